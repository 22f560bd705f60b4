package app.upline.audit;

import app.upline.platform.keys.GuardedKey;
import app.upline.platform.keys.GuardedKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Keys that sign heads, as the database knows them again. They have no versions but ids that follow
 * from them, so a wrong one shows in that those which signed are not there.
 */
@Singleton
final class GuardedHeadKeys implements GuardedKeys {
  static final String KIND = "AUDIT_HEADS";
  private static final String NEWEST = "select jws from audit_head order by taken_at desc limit 1";

  private final HeadKeys keys;
  private final HeadSignature signature;

  GuardedHeadKeys(HeadKeys keys, HeadSignature signature) {
    this.keys = keys;
    this.signature = signature;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name(String version) {
    return "the key %s that signs audit heads".formatted(version);
  }

  @Override
  public String setting() {
    return "UPLINE_AUDIT_HEAD_KEYS";
  }

  @Override
  public List<? extends GuardedKey> all() {
    return keys.all().stream().map(key -> new One(key, signature)).toList();
  }

  /** Without it the heads that it signed prove nothing. */
  @Override
  public boolean isNeeded(String version, Connection connection) {
    return true;
  }

  private record One(HeadKey key, HeadSignature signature) implements GuardedKey {

    @Override
    public String version() {
      return key.id();
    }

    @Override
    public String checkValue() {
      return Digest.of("upline/audit-head/check", key.id());
    }

    /** The newest head has to be one of ours, by whichever of the keys. */
    @Override
    public Proof proof(Connection connection) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(NEWEST);
          ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Proof.NOTHING_THERE;
        }
        return signature.read(row.getString(1)).isPresent() ? Proof.FITS : Proof.FITS_NOTHING;
      }
    }
  }
}
