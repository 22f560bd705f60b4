package app.upline.platform.keys;

import app.upline.platform.start.KeptSecret;
import app.upline.platform.start.StartFailure;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keys that were made up at this start because their files were not there. They are kept once the
 * database has been asked whether it holds anything under the ones that are gone.
 */
@Singleton
public final class UnkeptSecrets {
  private final Map<String, Unkept> unkept = new LinkedHashMap<>();

  private record Unkept(KeptSecret place, String text) {}

  /** The secret that is kept, or one that {@code maker} makes, not kept yet. */
  public synchronized String findOrMake(String kind, KeptSecret place, Supplier<String> maker) {
    return place
        .find()
        .orElseGet(() -> unkept.computeIfAbsent(kind, k -> new Unkept(place, maker.get())).text());
  }

  /** Where the file of a kind should have been. */
  synchronized Optional<Path> missing(String kind) {
    return Optional.ofNullable(unkept.get(kind)).map(secret -> secret.place().path());
  }

  /** Keeps what was made up. */
  public synchronized void keepAll() {
    unkept.forEach(
        (kind, secret) -> {
          if (!secret.place().findOrMake(secret::text).equals(secret.text())) {
            throw new StartFailure(
                "Another start made the key %s in the same moment: start again."
                    .formatted(secret.place().path()));
          }
        });
    unkept.clear();
  }
}
