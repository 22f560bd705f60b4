package app.upline.identity.secondfactor;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.encryption.SealedRows;
import app.upline.platform.encryption.Vault;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Secrets of authenticator apps, sealed, and the checking of codes. */
@Singleton
public class SecondFactors implements SealedRows {
  private static final long NEVER = -1;

  private final SecondFactorRows rows;
  private final Vault vault;
  private final Database database;
  private final Clock clock;

  SecondFactors(SecondFactorRows rows, Vault vault, Database database, Clock clock) {
    this.rows = rows;
    this.vault = vault;
    this.database = database;
    this.clock = clock;
  }

  public boolean isInUse(UUID userId) {
    return rows.findByUserId(userId).filter(SecondFactor::isInUse).isPresent();
  }

  public Optional<SecondFactor> find(UUID userId) {
    return rows.findByUserId(userId);
  }

  /**
   * A new secret, to be confirmed; one that was never confirmed is replaced, and one in use never:
   * a thief who knows only the password would be rid of it.
   */
  public Optional<byte[]> begin(UUID userId) {
    return database.writing(
        () ->
            rows.findAndLock(userId).filter(SecondFactor::isInUse).isPresent()
                ? Optional.empty()
                : Optional.of(replaced(userId)));
  }

  private byte[] replaced(UUID userId) {
    byte[] secret = Totp.newSecret();
    Sealed sealed = vault.seal(secret, place(userId));
    rows.delete(userId);
    rows.save(
        new SecondFactor(
            userId, sealed.bytes(), sealed.keyVersion(), clock.instant(), null, NEVER));
    return secret;
  }

  /** Puts it to use; false when another secret has taken its place since a code showed this one. */
  public boolean confirm(SecondFactor shown) {
    return rows.confirm(shown.userId(), shown.sealedSecret(), clock.instant()) == 1;
  }

  /** Ten new recovery codes instead of those before. */
  List<String> newRecoveryCodes(UUID userId) {
    List<String> codes = RecoveryCodes.random();
    rows.deleteRecoveryCodes(userId);
    codes.forEach(code -> rows.addRecoveryCode(userId, RecoveryCodes.sha256(code)));
    return codes;
  }

  public void remove(UUID userId) {
    rows.deleteRecoveryCodes(userId);
    rows.delete(userId);
  }

  /** Uses a code of the app up; false when it is wrong or was used before. */
  boolean useAppCode(SecondFactor factor, String code) {
    byte[] secret =
        vault.open(new Sealed(factor.keyVersion(), factor.sealedSecret()), place(factor.userId()));
    OptionalLong step = Totp.matchingStep(secret, code.strip().replace(" ", ""), clock.instant());
    return step.isPresent() && rows.useStep(factor.userId(), step.getAsLong()) == 1;
  }

  /** Uses a code of the app, or a recovery code, up. */
  public boolean useAnyCode(SecondFactor factor, String code) {
    return useAppCode(factor, code)
        || rows.useRecoveryCode(factor.userId(), RecoveryCodes.sha256(code)) == 1;
  }

  @Override
  public String name() {
    return "Secrets of second factors";
  }

  @Override
  public int resealSome(int most) {
    return database.writing(
        () -> {
          List<SecondFactor> some = rows.findUnderOtherKeys(vault.currentVersion(), most);
          some.forEach(this::reseal);
          return some.size();
        });
  }

  private void reseal(SecondFactor factor) {
    byte[] secret =
        vault.open(new Sealed(factor.keyVersion(), factor.sealedSecret()), place(factor.userId()));
    Sealed sealed = vault.seal(secret, place(factor.userId()));
    rows.reseal(factor.userId(), sealed.bytes(), sealed.keyVersion(), factor.keyVersion());
  }

  static String place(UUID userId) {
    return "second_factor/sealed_secret/" + userId;
  }
}
