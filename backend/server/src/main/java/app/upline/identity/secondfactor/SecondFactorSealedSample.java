package app.upline.identity.secondfactor;

import app.upline.platform.encryption.SealedSample;
import app.upline.platform.persistence.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Sealed secrets of second factors, by which a key can be tried at the start. */
@Factory
final class SecondFactorSealedSample {

  @Singleton
  SealedSample secondFactors() {
    return new SealedSample(
        "select user_id, sealed_secret as sealed from second_factor where key_version = ? limit 3",
        row -> SecondFactors.place(Database.uuid(row, "user_id")));
  }
}
