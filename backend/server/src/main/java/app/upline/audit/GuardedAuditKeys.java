package app.upline.audit;

import app.upline.platform.keys.GuardedKey;
import app.upline.platform.keys.GuardedKeys;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keys that chain events, as the database knows them again. */
@Singleton
final class GuardedAuditKeys implements GuardedKeys {
  static final String KIND = "AUDIT_CHAIN";

  /** The newest event of each chain, with the code of the one before it. */
  private static final String ENDS =
      EventRows.SELECT
          + """
          , coalesce(b.mac, case when e.seq = 1 then repeat('0', 64) when e.seq = c.purged_seq + 1 then c.purged_mac end) as mac_before
          from audit_chain c
          join audit_event e on e.organization_id = c.organization_id and e.seq = c.last_seq and e.key_version = ?
          left join audit_event b on b.organization_id = e.organization_id and b.seq = e.seq - 1
          """;

  private final AuditKeys keys;

  GuardedAuditKeys(AuditKeys keys) {
    this.keys = keys;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String name(String version) {
    return "version %s of the audit key".formatted(version);
  }

  @Override
  public String setting() {
    return "UPLINE_AUDIT_KEYS";
  }

  @Override
  public List<? extends GuardedKey> all() {
    return keys.all().stream().map(Version::new).toList();
  }

  /** Without it the events that it chained prove nothing. */
  @Override
  public boolean isNeeded(String version, Connection connection) {
    return true;
  }

  private record Version(AuditKey key) implements GuardedKey {

    @Override
    public String version() {
      return String.valueOf(key.version());
    }

    @Override
    public String checkValue() {
      return key.checkValue();
    }

    /** One chain that ends right is enough: another may have been tampered with. */
    @Override
    public Proof proof(Connection connection) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(ENDS)) {
        statement.setInt(1, key.version());
        try (ResultSet rows = statement.executeQuery()) {
          boolean any = false;
          while (rows.next()) {
            RecordedEvent last = EventRows.event(rows);
            String before = rows.getString("mac_before");
            if (before != null && key.mac(before, last.event()).equals(last.mac())) {
              return Proof.FITS;
            }
            any = true;
          }
          return any ? Proof.FITS_NOTHING : Proof.NOTHING_THERE;
        }
      }
    }
  }
}
