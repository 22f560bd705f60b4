package app.upline.beneficiary;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of blocks, each state of one in turn; who sees which incident is known before. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class BeneficiaryRows implements GenericRepository<BeneficiaryRow, UUID> {

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

  abstract void save(BeneficiaryRow row);

  @Query(
      """
      select *
        from incident_beneficiary
       where incident_id = :incidentId
       order by version desc
       limit 1""")
  abstract Optional<BeneficiaryRow> findNewest(@BinaryId UUID incidentId);

  /** Which they are stands in a key, so that nothing else is read to find them. */
  @Query(
      """
      select b.*
        from (select incident_id, version
                from incident_beneficiary
               where key_version < :keyVersion or key_version > :keyVersion
               limit :most) o
        join incident_beneficiary b on b.incident_id = o.incident_id and b.version = o.version""")
  abstract List<BeneficiaryRow> findUnderOtherKeys(int keyVersion, int most);

  @Query(
      """
      update incident_beneficiary
         set mbi_hash = null
       where incident_id = :incidentId
         and mbi_hash is not null""")
  abstract void forgetHash(@BinaryId UUID incidentId);

  @Query(
      """
      update incident_beneficiary
         set key_version = :keyVersion, sealed = :sealed,
             mbi_hash = if(mbi_hash is null, null, :mbiHash)
       where incident_id = :incidentId
         and version = :version
         and key_version = :before""")
  abstract void reseal(
      @BinaryId UUID incidentId,
      int version,
      int before,
      int keyVersion,
      byte[] sealed,
      // The framework does not see the array's annotation, and would refuse null.
      @io.micronaut.core.annotation.Nullable byte @Nullable [] mbiHash);

  /** Whether it was ever to be shown to a carrier. */
  @Query(
      """
      select exists (select 1 from incident_beneficiary
                      where incident_id = :incidentId and share_with_carrier)""")
  abstract boolean wasShared(@BinaryId UUID incidentId);

  /** Forgets the content of all states. */
  @Query(
      """
      update incident_beneficiary
         set mbi_hash = null, sealed = null, key_version = null
       where incident_id = :incidentId""")
  abstract void erase(@BinaryId UUID incidentId);

  /** The state in force. */
  Optional<Row> newest(UUID incidentId) {
    return findNewest(incidentId).map(BeneficiaryRow::state);
  }

  /** Some that are under another key than this, from anywhere in the table. */
  List<Row> underOtherKeys(int keyVersion, int most) {
    return findUnderOtherKeys(keyVersion, most).stream().map(BeneficiaryRow::state).toList();
  }

  /** Puts a new state in force; the one before is no longer found by its number. */
  void insert(Row row, byte @Nullable [] mbiHash, UUID by) {
    forgetHash(row.place().incidentId());
    save(BeneficiaryRow.of(row, mbiHash, by));
  }

  /** Seals a state again, unless it was sealed again meanwhile. */
  void reseal(Row row, Sealed sealed, byte @Nullable [] mbiHash) {
    Sealed before = row.sealed();
    if (before == null) {
      throw new IllegalArgumentException("Nothing is sealed in this state");
    }
    reseal(
        row.place().incidentId(),
        row.version(),
        before.keyVersion(),
        sealed.keyVersion(),
        sealed.bytes(),
        mbiHash);
  }
}
