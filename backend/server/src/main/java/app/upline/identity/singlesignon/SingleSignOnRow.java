package app.upline.identity.singlesignon;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A sign-in at a provider under way; of its secrets only the hashes. */
@MappedEntity("single_sign_on_attempt")
record SingleSignOnRow(
    @Id String stateSha256,
    String browserSha256,
    @BinaryId UUID organizationId,
    String issuer,
    String client,
    Instant expiresAt) {

  boolean isAt(IdentityProvider.Connection connection) {
    return issuer.equals(connection.issuer()) && client.equals(connection.client());
  }
}
