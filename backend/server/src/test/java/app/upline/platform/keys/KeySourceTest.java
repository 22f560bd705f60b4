package app.upline.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.env.DefaultEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that hold for the keys of every kind. */
class KeySourceTest {
  private static final String SECRET = "one and a secret";

  private static final KeyKind<Integer> KIND =
      new KeyKind<>(
          "keys of doors",
          "UPLINE_DOORS_KEYS",
          "a number of doors",
          "door-keys",
          null,
          () -> "7",
          Integer::valueOf);

  @TempDir Path folder;

  @Test
  void aSettingGoesBeforeAFile() throws IOException {
    Path file = written("2", "rw-------");

    assertThat(source("production").read(KIND, "1", file)).isEqualTo(1);
    assertThat(source("production").read(KIND, " ", file)).isEqualTo(2);
  }

  @Test
  void whoeverHasNoneIsToldWhatToSet() {
    assertThatThrownBy(() -> source("production").read(KIND, null, null))
        .isInstanceOf(StartFailure.class)
        .hasMessage("Set UPLINE_DOORS_KEYS (or UPLINE_DOORS_KEYS_FILE) to a number of doors.");
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutAWordOfIt() throws IOException {
    Path file = written(SECRET, "rw-------");

    assertThatThrownBy(() -> source("production").read(KIND, null, file))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The keys of doors cannot be read. Set UPLINE_DOORS_KEYS")
        .hasNoCause()
        .message()
        .doesNotContain(SECRET);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none");

    assertThatThrownBy(() -> source("production").read(KIND, null, file))
        .isInstanceOf(StartFailure.class)
        .hasMessage("The file of the keys of doors, %s, cannot be read.".formatted(file));
  }

  @Test
  void aFileThatEverybodyMayChangeIsNoKey() throws IOException {
    Path file = written("2", "rw-r--rw-");

    assertThatThrownBy(() -> source("production").read(KIND, null, file))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("may be changed by everybody");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThat(source("production").read(KIND, null, file)).isEqualTo(2);
  }

  @Test
  void onlyAPlaygroundMakesOneUp() {
    assertThat(source("local").read(KIND, null, null)).isEqualTo(7);
    assertThat(folder.resolve("door-keys")).hasContent("7");
  }

  @Test
  void aChangedFileIsReadWhileTheServiceRuns() throws IOException {
    Path file = written("2", "rw-------");
    WatchedKeys<Integer> watched = source("production").watch(KIND, null, file);
    assertThat(watched.current()).isEqualTo(2);

    Files.writeString(file, "3");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(watched.current()).isEqualTo(3);

    Files.writeString(file, SECRET);
    assertThat(watched.current()).isEqualTo(3);

    Files.delete(file);
    assertThat(watched.current()).isEqualTo(3);
  }

  private Path written(String text, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private KeySource source(String environment) {
    return new KeySource(
        new DefaultEnvironment(new Named(environment)),
        new UnkeptSecrets(),
        folder.toString(),
        new Later());
  }

  /** Ten seconds later with every look. */
  private static final class Later extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
      now = now.plusSeconds(10);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** This environment and no other, although a test runs in it. */
  private record Named(String environment) implements ApplicationContextConfiguration {
    @Override
    public List<String> getEnvironments() {
      return List.of(environment);
    }

    @Override
    public Optional<Boolean> getDeduceEnvironments() {
      return Optional.of(false);
    }
  }
}
