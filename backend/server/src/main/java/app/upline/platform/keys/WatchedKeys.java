package app.upline.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys as of now. Where they come from a file, a changed file is read within seconds, so that they
 * are rotated without a restart. One that cannot be read changes nothing.
 */
public final class WatchedKeys<K> {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedKeys.class);
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

  private final KeyKind<K> kind;
  private final @Nullable Path file;
  private final Clock clock;
  private volatile Loaded<K> loaded;

  private record Loaded<K>(K keys, @Nullable FileTime written, Instant lookedAt) {}

  /**
   * @param file where the keys were read from and are read again; null when they do not change
   */
  public WatchedKeys(KeyKind<K> kind, K keys, @Nullable Path file, Clock clock) {
    this.kind = kind;
    this.file = file;
    this.clock = clock;
    this.loaded = new Loaded<>(keys, file == null ? null : written(file), clock.instant());
  }

  public K current() {
    Loaded<K> known = loaded;
    Instant now = clock.instant();
    if (file == null || now.isBefore(known.lookedAt().plus(LOOKED_AT_EVERY))) {
      return known.keys();
    }
    loaded = again(file, known, now);
    return loaded.keys();
  }

  private Loaded<K> again(Path place, Loaded<K> known, Instant now) {
    try {
      FileTime written = Files.getLastModifiedTime(place);
      return written.equals(known.written())
          ? new Loaded<>(known.keys(), written, now)
          : new Loaded<>(kind.parser().apply(Files.readString(place)), written, now);
    } catch (IOException | IllegalArgumentException e) {
      LOG.error("The {} cannot be read again; those of before stay", kind.name());
      return new Loaded<>(known.keys(), known.written(), now);
    }
  }

  /** Null for a file that is not kept yet. */
  private static @Nullable FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
