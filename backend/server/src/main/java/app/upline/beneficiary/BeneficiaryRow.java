package app.upline.beneficiary;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state of a block as it is kept.
 *
 * @param mbiHash a keyed hash of the Medicare number, on the state in force only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("incident_beneficiary")
record BeneficiaryRow(
    @Id @BinaryId UUID incidentId,
    @Id int version,
    @BinaryId UUID agencyId,
    boolean shareWithCarrier,
    @Nullable Integer keyVersion,
    // The framework does not see the arrays' annotations, and would refuse null columns.
    @io.micronaut.core.annotation.Nullable byte @Nullable [] sealed,
    @io.micronaut.core.annotation.Nullable byte @Nullable [] mbiHash,
    Instant changedAt,
    @BinaryId UUID changedBy) {

  static BeneficiaryRow of(BeneficiaryRows.Row row, byte @Nullable [] mbiHash, UUID by) {
    Sealed sealed = row.sealed();
    return new BeneficiaryRow(
        row.place().incidentId(),
        row.version(),
        row.place().agencyId(),
        row.shareWithCarrier(),
        sealed == null ? null : sealed.keyVersion(),
        sealed == null ? null : sealed.bytes(),
        mbiHash,
        row.changedAt(),
        by);
  }

  BeneficiaryRows.Row state() {
    return new BeneficiaryRows.Row(
        new BeneficiarySeal.Place(agencyId, incidentId, version),
        shareWithCarrier,
        keyVersion == null || sealed == null ? null : new Sealed(keyVersion, sealed),
        changedAt);
  }

  @Override
  public String toString() {
    return "BeneficiaryRow[%s]".formatted(incidentId);
  }
}
