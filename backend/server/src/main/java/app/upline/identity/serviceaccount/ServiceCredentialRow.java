package app.upline.identity.serviceaccount;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret, of which only the hash is kept, or a key by which a machine is known. */
@MappedEntity("service_credential")
record ServiceCredentialRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID serviceAccountId,
    ServiceAccount.Credential.Kind kind,
    @Nullable String secretSha256,
    @Nullable String publicKey,
    String hint,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  ServiceAccount.Credential credential() {
    return new ServiceAccount.Credential(id, kind, hint, createdAt, expiresAt, lastUsedAt);
  }
}
