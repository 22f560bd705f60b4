package app.upline.platform.encryption;

import app.upline.platform.keys.GuardedKey;
import app.upline.platform.keys.GuardedKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Personal data keys, as the database knows them again. */
@Singleton
final class GuardedDataKeys implements GuardedKeys {
  static final String KIND = "PERSONAL_DATA";

  private final DataKeys keys;
  private final Vault vault;
  private final List<SealedSample> samples;

  GuardedDataKeys(DataKeys keys, Vault vault, List<SealedSample> samples) {
    this.keys = keys;
    this.vault = vault;
    this.samples = samples;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name(String version) {
    return "version %s of the personal data key".formatted(version);
  }

  @Override
  public String setting() {
    return "UPLINE_PERSONAL_DATA_KEYS";
  }

  @Override
  public List<? extends GuardedKey> all() {
    return keys.all().stream().map(Version::new).toList();
  }

  /** An old one may go once nothing is sealed with it any more. */
  @Override
  public boolean isNeeded(String version, Connection connection) throws SQLException {
    for (SealedSample sample : samples) {
      if (!sample.find(connection, Integer.parseInt(version)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private final class Version implements GuardedKey {
    private final DataKey key;

    Version(DataKey key) {
      this.key = key;
    }

    @Override
    public String version() {
      return String.valueOf(key.version());
    }

    @Override
    public String checkValue() {
      return key.checkValue();
    }

    /** One row that opens is enough: another may be damaged. */
    @Override
    public Proof proof(Connection connection) throws SQLException {
      boolean any = false;
      for (SealedSample sample : samples) {
        for (SealedSample.Found found : sample.find(connection, key.version())) {
          if (vault.opens(found.sealed(), found.place())) {
            return Proof.FITS;
          }
          any = true;
        }
      }
      return any ? Proof.FITS_NOTHING : Proof.NOTHING_THERE;
    }
  }
}
