package app.upline.beneficiary;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of blocks. */
@Singleton
final class BeneficiaryRows {

  private static final String COLUMNS =
      "select incident_id, version, agency_id, share_with_carrier, key_version, sealed, changed_at from incident_beneficiary ";

  private static final String INSERT =
      """
      insert into incident_beneficiary (incident_id, version, agency_id, share_with_carrier, key_version, sealed, mbi_hash,
        changed_at, changed_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String WAS_SHARED =
      "select 1 from incident_beneficiary where incident_id = ? and share_with_carrier limit 1";

  private final Database database;

  BeneficiaryRows(Database database) {
    this.database = database;
  }

  /** One state of a block. */
  record Row(
      BeneficiarySeal.Place place,
      boolean shareWithCarrier,
      @Nullable Sealed sealed,
      Instant changedAt) {

    int version() {
      return place.version();
    }
  }

  /** The state in force. */
  Optional<Row> newest(UUID incidentId) {
    return database.first(
        Sql.of(COLUMNS + "where incident_id = ? order by version desc limit 1", incidentId),
        BeneficiaryRows::row);
  }

  /** Some that are under another key than this, from anywhere in the table. */
  List<Row> underOtherKeys(int keyVersion, int most) {
    return database.query(
        Sql.of(
            COLUMNS
                + "force index (incident_beneficiary_by_key) where key_version < ? or key_version > ? limit ?",
            keyVersion,
            keyVersion,
            most),
        BeneficiaryRows::row);
  }

  /** Puts a new state in force; the one before is no longer found by its number. */
  void insert(Row row, byte @Nullable [] mbiHash, UUID by) {
    BeneficiarySeal.Place place = row.place();
    database.update(
        Sql.of(
            "update incident_beneficiary set mbi_hash = null where incident_id = ? and mbi_hash is not null",
            place.incidentId()));
    database.update(
        Sql.of(
            INSERT,
            place.incidentId(),
            place.version(),
            place.agencyId(),
            row.shareWithCarrier(),
            row.sealed() == null ? null : row.sealed().keyVersion(),
            row.sealed() == null ? null : row.sealed().bytes(),
            mbiHash,
            row.changedAt(),
            by));
  }

  /** Seals a state anew, unless somebody else has done it meanwhile. */
  void reseal(Row row, Sealed sealed, byte @Nullable [] mbiHash) {
    Sealed before = row.sealed();
    if (before == null) {
      throw new IllegalArgumentException("Nothing is sealed in this state");
    }
    database.update(
        Sql.of(
            """
            update incident_beneficiary set key_version = ?, sealed = ?, mbi_hash = if(mbi_hash is null, null, ?)
            where incident_id = ? and version = ? and key_version = ?
            """,
            sealed.keyVersion(),
            sealed.bytes(),
            mbiHash,
            row.place().incidentId(),
            row.version(),
            before.keyVersion()));
  }

  /** Whether it was ever to be shown to a carrier. */
  boolean wasShared(UUID incidentId) {
    return database.first(Sql.of(WAS_SHARED, incidentId), row -> 1).isPresent();
  }

  /** Forgets the content of all states. */
  void erase(UUID incidentId) {
    database.update(
        Sql.of(
            "update incident_beneficiary set mbi_hash = null, sealed = null, key_version = null where incident_id = ?",
            incidentId));
  }

  private static Row row(ResultSet row) throws SQLException {
    Integer keyVersion = intOrNull(row, "key_version");
    return new Row(
        new BeneficiarySeal.Place(
            uuid(row, "agency_id"), uuid(row, "incident_id"), row.getInt("version")),
        row.getBoolean("share_with_carrier"),
        keyVersion == null ? null : new Sealed(keyVersion, row.getBytes("sealed")),
        instant(row, "changed_at"));
  }
}
