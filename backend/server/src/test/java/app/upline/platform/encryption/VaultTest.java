package app.upline.platform.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.keys.VersionedKeys;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final String OLD = VersionedKeys.random();
  private static final String NEW = VersionedKeys.random().replaceFirst("1:", "2:");
  private static final byte[] SECRET = "Jane Doe 1EG4TE5MK73".getBytes(UTF_8);

  private final Vault vault = vault(OLD);

  @Test
  void whatIsSealedIsOpenedAtItsPlaceAndUnreadableOtherwise() {
    Sealed sealed = vault.seal(SECRET, "agency/row");
    assertThat(vault.open(sealed, "agency/row")).isEqualTo(SECRET);
    assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("Jane");
    assertThat(sealed.toString()).isEqualTo("Sealed[1]");
  }

  @Test
  void theSameSealedTwiceIsNotTheSame() {
    assertThat(vault.seal(SECRET, "a").bytes()).isNotEqualTo(vault.seal(SECRET, "a").bytes());
  }

  @Test
  void inAnotherRowItCannotBeOpened() {
    Sealed sealed = vault.seal(SECRET, "agency/row");
    assertThatThrownBy(() -> vault.open(sealed, "agency/other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("Jane");
  }

  @Test
  void everyChangedBitIsNoticed() {
    byte[] bytes = vault.seal(SECRET, "a").bytes();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> vault.open(new Sealed(1, changed), "a"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theFirstKeySealsAndTheOthersStillOpen() {
    Sealed before = vault.seal(SECRET, "a");
    Vault both = vault(NEW + OLD);
    assertThat(both.open(before, "a")).isEqualTo(SECRET);
    Sealed after = both.seal(SECRET, "a");
    assertThat(after.keyVersion()).isEqualTo(2);
    assertThat(vault(NEW).open(after, "a")).isEqualTo(SECRET);
    assertThatThrownBy(() -> vault(NEW).open(before, "a")).hasMessageContaining("version 1");
  }

  @Test
  void fingerprintsMatchWithinATenantAndNowhereElse() {
    byte[] print = vault.fingerprint("agency-1", "1EG4TE5MK73");
    assertThat(vault.fingerprint("agency-1", "1EG4TE5MK73")).isEqualTo(print);
    assertThat(vault.fingerprint("agency-2", "1EG4TE5MK73")).isNotEqualTo(print);
    assertThat(vault(NEW).fingerprint("agency-1", "1EG4TE5MK73")).isNotEqualTo(print);
    assertThat(vault(NEW + OLD).fingerprints("agency-1", "1EG4TE5MK73")).contains(print);
  }

  private static Vault vault(String keys) {
    return new Vault(DataKeys.parse(keys));
  }
}
