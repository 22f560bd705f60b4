package app.upline.identity.token;

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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private static final SigningKey KEY = SigningKey.random();

  @Test
  void aJwkAndAPemOfTheSameKeyAreTheSameKey() throws Exception {
    byte[] pkcs8 = KEY.key().toECPrivateKey().getEncoded();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(pkcs8));

    assertThat(SigningKey.parse(KEY.key().toJSONString()).key()).isEqualTo(KEY.key());
    SigningKey ofPem = SigningKey.parse(pem);
    assertThat(ofPem.publicKey()).isEqualTo(KEY.publicKey());
    assertThat(ofPem.key().getKeyID()).isEqualTo(KEY.key().getKeyID());
  }

  @Test
  void aPublicKeyOrRubbishIsNoSigningKey() {
    for (String text : List.of(KEY.key().toPublicJWK().toJSONString(), "rubbish", "{}")) {
      assertThatThrownBy(() -> SigningKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theKeyIsNotInItsText() {
    assertThat(KEY.toString()).doesNotContain(KEY.key().getD().toString());
  }

  @Test
  void onAPlaygroundAKeyIsMadeOnceAndKeptForItsOwnerOnly(@TempDir Path folder) throws Exception {
    SigningKey first = key(null, null, "local", folder.resolve("data").toString());
    SigningKey second = key(null, null, "test", folder.resolve("data").toString());

    assertThat(second.key()).isEqualTo(first.key());
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void elsewhereTheKeyComesFromTheSettings(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY.key().toJSONString());

    assertThat(key(KEY.key().toJSONString(), null, "production", "").key()).isEqualTo(KEY.key());
    assertThat(key(null, file, "production", "").key()).isEqualTo(KEY.key());
  }

  @Test
  void elsewhereAStartWithoutAKeyIsRefusedInASentence(@TempDir Path folder) {
    assertThatThrownBy(() -> key(null, null, "production", folder.toString()))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("Set UPLINE_TOKENS_SIGNING_KEY");
    assertThatThrownBy(() -> key("rubbish", null, "production", ""))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The signing key cannot be read.");
  }

  private static SigningKey key(
      @Nullable String text, @Nullable Path file, String environment, String dataFolder) {
    TokenSettings settings =
        new TokenSettings(
            text,
            file,
            "upline",
            "upline-api",
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            Duration.ofDays(7));
    Environment active = new DefaultEnvironment(new Named(environment));
    KeySource source = new KeySource(active, new UnkeptSecrets(), dataFolder, Clock.systemUTC());
    return new TokenKeysFactory().tokenKeys(settings, source, Clock.systemUTC()).signing();
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
