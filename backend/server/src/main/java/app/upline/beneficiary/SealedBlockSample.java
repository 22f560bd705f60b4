package app.upline.beneficiary;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.encryption.SealedSample;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Sealed blocks by which a key can be tried at the start. */
@Factory
final class SealedBlockSample {

  @Singleton
  SealedSample blocks() {
    return new SealedSample(
        "select agency_id, incident_id, version, sealed from incident_beneficiary where key_version = ? limit 3",
        row ->
            new BeneficiarySeal.Place(
                    uuid(row, "agency_id"), uuid(row, "incident_id"), row.getInt("version"))
                .toString());
  }
}
