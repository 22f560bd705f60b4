package app.upline.identity.singlesignon;

import app.upline.platform.encryption.SealedSample;
import app.upline.platform.persistence.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Sealed secrets of identity providers, by which a key can be tried at the start. */
@Factory
final class IdentityProviderSealedSample {

  @Singleton
  SealedSample identityProviders() {
    return new SealedSample(
        "select organization_id, sealed_secret as sealed from identity_provider where key_version = ? limit 3",
        row -> IdentityProviders.place(Database.uuid(row, "organization_id")));
  }
}
