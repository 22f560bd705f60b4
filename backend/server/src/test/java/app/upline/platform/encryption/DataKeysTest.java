package app.upline.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.keys.KeySource;
import app.upline.platform.keys.UnkeptSecrets;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.env.DefaultEnvironment;
import io.micronaut.context.env.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeysTest {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @Test
  void severalKeysAreReadAndTheFirstSeals() {
    DataKeys keys = DataKeys.parse("\n 7:%s,\n3:%s \n".formatted(KEY, KEY));
    assertThat(keys.current().version()).isEqualTo(7);
    assertThat(keys.all()).extracting(DataKey::version).containsExactly(7, 3);
    assertThat(keys.all().toString()).doesNotContain("MDEy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", KEY, "1:short", "0:" + KEY, "1:" + KEY + " 1:" + KEY, "x:" + KEY})
  void anythingElseIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> DataKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("MDEy");
  }

  @Test
  void onAPlaygroundAKeyIsMadeOnceAndKeptForItsOwnerOnly(@TempDir Path folder) throws Exception {
    DataKeys first = keys(null, null, "local", folder.toString());
    DataKeys second = keys(null, null, "test", folder.toString());
    Sealed sealed = new Vault(first).seal(new byte[] {1}, "a");
    assertThat(new Vault(second).open(sealed, "a")).containsExactly(1);
    try (var files = Files.list(folder)) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void elsewhereTheyComeFromTheSettings(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), "2:" + KEY);
    assertThat(keys("4:" + KEY, null, "production", "").current().version()).isEqualTo(4);
    assertThat(keys(null, file, "production", "").current().version()).isEqualTo(2);
  }

  @Test
  void elsewhereAStartWithoutKeysIsRefusedInASentence(@TempDir Path folder) {
    assertThatThrownBy(() -> keys(null, null, "production", folder.toString()))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("Set UPLINE_PERSONAL_DATA_KEYS");
    assertThatThrownBy(() -> keys("rubbish", null, "production", ""))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The keys of personal data cannot be read.");
    assertThatThrownBy(() -> keys(null, folder.resolve("none"), "production", ""))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot be read");
  }

  private static DataKeys keys(
      @Nullable String text, @Nullable Path file, String environment, String dataFolder) {
    Environment active = new DefaultEnvironment(new Named(environment));
    UnkeptSecrets unkept = new UnkeptSecrets();
    DataKeys keys =
        new DataKeysFactory()
            .dataKeys(
                new DataKeySettings(text, file),
                new KeySource(active, unkept, dataFolder, Clock.systemUTC()));
    unkept.keepAll();
    return keys;
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
