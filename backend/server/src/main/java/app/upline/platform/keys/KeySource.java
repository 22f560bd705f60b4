package app.upline.platform.keys;

import app.upline.platform.start.KeptSecret;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where every key comes from: a setting, or else the file that a setting names, or else, on a
 * playground, a file of the data folder that is made when it is not there. A missing key stops the
 * server at the start and not at the first use, with a sentence that holds nothing of a key.
 */
@Singleton
public final class KeySource {
  /** Where a key may be made up: no real data is at stake. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private final @Nullable Path playground;
  private final UnkeptSecrets unkept;
  private final Clock clock;

  public KeySource(
      Environment environment,
      UnkeptSecrets unkept,
      @Nullable @Value("${upline.data-dir:}") String dataFolder,
      Clock clock) {
    boolean allowed = environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains);
    this.playground =
        allowed && dataFolder != null && !dataFolder.isBlank() ? Path.of(dataFolder) : null;
    this.unkept = unkept;
    this.clock = clock;
  }

  /**
   * The keys as they are at the start.
   *
   * @param text what the setting says
   * @param file what the setting of a file says
   */
  public <K> K read(KeyKind<K> kind, @Nullable String text, @Nullable Path file) {
    return watch(kind, text, file).current();
  }

  /** The keys as they are at any time: those of a file are read again when it changes. */
  public <K> WatchedKeys<K> watch(KeyKind<K> kind, @Nullable String text, @Nullable Path file) {
    if (text != null && !text.isBlank()) {
      return new WatchedKeys<>(kind, kind.parse(text), null, clock);
    }
    if (file != null) {
      return new WatchedKeys<>(kind, kind.parse(content(kind, file)), file, clock);
    }
    if (playground != null) {
      KeptSecret kept = new KeptSecret(playground, kind.keptIn());
      String found =
          kind.guarded() == null
              ? kept.findOrMake(kind.maker())
              : unkept.findOrMake(kind.guarded(), kept, kind.maker());
      return new WatchedKeys<>(kind, kind.parse(found), kept.path(), clock);
    }
    throw kind.missing();
  }

  private static String content(KeyKind<?> kind, Path file) {
    try {
      if (mayBeChangedByAnybody(file)) {
        throw new StartFailure(
            "The file of the %s, %s, may be changed by everybody on this machine: take that right away."
                .formatted(kind.name(), file));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartFailure(
          "The file of the %s, %s, cannot be read.".formatted(kind.name(), file), e);
    }
  }

  private static boolean mayBeChangedByAnybody(Path file) throws IOException {
    PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return rights != null
        && rights.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }
}
