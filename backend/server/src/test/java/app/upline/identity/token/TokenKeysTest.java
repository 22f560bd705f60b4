package app.upline.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.keys.WatchedKeys;
import app.upline.platform.start.StartFailure;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come and go while the service runs, and no token that is still good is refused. */
class TokenKeysTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LEAD = Duration.ofMinutes(2);
  private static final Duration LIFE = Duration.ofMinutes(15);

  @Test
  void aNewKeyIsPublishedBeforeItSignsAndTheOldOneStaysUntilItsLastTokenHasExpired() {
    SigningKey old = SigningKey.random();
    TokenKeySet keys = new TokenKeySet(List.of(old.key())).rotated(NOW, LEAD, LIFE);

    assertThat(keys.verifyingAt(NOW)).hasSize(2);
    assertThat(id(keys.signingAt(NOW))).isEqualTo(id(old));
    Instant begins = NOW.plus(LEAD);
    assertThat(id(keys.signingAt(begins.minusSeconds(1)))).isEqualTo(id(old));
    assertThat(id(keys.signingAt(begins))).isNotEqualTo(id(old));
    // The last token of the old key was signed just before.
    assertThat(ids(keys, begins.plus(LIFE))).contains(id(old));
    assertThat(ids(keys, begins.plus(LIFE).plus(LEAD))).doesNotContain(id(old)).hasSize(1);
  }

  @Test
  void keysThatAreRotatedOftenDoNotPileUp() {
    TokenKeySet keys = new TokenKeySet(List.of(SigningKey.random().key()));
    Instant now = NOW;
    for (int i = 0; i < 20; i++) {
      keys = keys.rotated(now, LEAD, LIFE);
      now = now.plus(Duration.ofMinutes(30));
      assertThat(keys.signingAt(now)).isNotNull();
    }
    assertThat(keys.keys()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aSetIsWrittenAndReadBack() {
    TokenKeySet keys = new TokenKeySet(List.of(SigningKey.random().key())).rotated(NOW, LEAD, LIFE);

    TokenKeySet again = TokenKeySet.parse(keys.toJson());

    assertThat(ids(again, NOW)).isEqualTo(ids(keys, NOW));
    assertThat(id(again.signingAt(NOW.plus(LEAD)))).isEqualTo(id(keys.signingAt(NOW.plus(LEAD))));
    assertThat(keys.verifyingAt(NOW)).noneMatch(ECKey::isPrivate);
    assertThat(keys.toString()).isEqualTo("TokenKeySet[2]");
  }

  @Test
  void theCommandChangesTheFileAndTheServiceReadsItWhileItRuns(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("keys");
    Files.writeString(file, SigningKey.random().key().toJSONString());
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    TokenKeySet before = TokenKeySet.parse(Files.readString(file));
    Instant real = Instant.now();
    TokenKeys running = keys(before, file, Clock.fixed(real, ZoneOffset.UTC));
    TokenKeys later = keys(before, file, new Later(real));

    String told = TokenKeyRotation.rotate(file, Clock.fixed(real, ZoneOffset.UTC));

    assertThat(told).contains("the file holds 2 keys");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(running.published()).hasSize(1);
    assertThat(later.published()).hasSize(2);
  }

  @Test
  void aFileThatCannotBeReadAgainChangesNothing(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys");
    Files.writeString(file, SigningKey.random().key().toJSONString());
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    TokenKeySet before = TokenKeySet.parse(Files.readString(file));
    TokenKeys running = keys(before, file, new Later(Instant.now()));

    Files.writeString(file, "half a fi");

    assertThat(id(running.signing())).isEqualTo(before.keys().getFirst().getKeyID());
    assertThatThrownBy(() -> TokenKeyRotation.rotate(file, Clock.systemUTC()))
        .isInstanceOf(StartFailure.class);
  }

  private static TokenKeys keys(TokenKeySet before, Path file, Clock clock) {
    return new TokenKeys(new WatchedKeys<>(TokenKeysFactory.KIND, before, file, clock), clock);
  }

  private static String id(SigningKey key) {
    return key.key().getKeyID();
  }

  private static List<String> ids(TokenKeySet keys, Instant at) {
    return keys.verifyingAt(at).stream().map(ECKey::getKeyID).toList();
  }

  /** Ten seconds later with every look. */
  private static final class Later extends Clock {
    private Instant now;

    Later(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(10);
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
