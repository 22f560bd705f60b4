package app.upline.identity.singlesignon;

import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as it is kept. When it is gone its version stays, so that none comes a
 * second time.
 */
@MappedEntity("identity_provider")
@SuppressWarnings("ArrayRecordComponent") // never compared
record IdentityProviderRow(
    @Id @BinaryId UUID organizationId,
    int version,
    @Nullable String issuer,
    @Nullable String client,
    // The framework does not see the array's annotation, and would refuse a null column.
    @io.micronaut.core.annotation.Nullable byte @Nullable [] sealedSecret,
    @Nullable Integer keyVersion,
    @Nullable String rolesClaim) {

  static IdentityProviderRow gone(UUID organizationId, int version) {
    return new IdentityProviderRow(organizationId, version, null, null, null, null, null);
  }

  Optional<Sealed> secret() {
    return sealedSecret == null || keyVersion == null
        ? Optional.empty()
        : Optional.of(new Sealed(keyVersion, sealedSecret));
  }

  @Override
  public String toString() {
    return "IdentityProviderRow[%s]".formatted(organizationId);
  }
}
