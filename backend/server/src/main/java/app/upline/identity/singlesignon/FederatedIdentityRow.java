package app.upline.identity.singlesignon;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Which person an organization's provider calls by a subject. */
@MappedEntity("federated_identity")
record FederatedIdentityRow(
    @Id @BinaryId UUID organizationId,
    @Id String issuer,
    @Id String subject,
    @BinaryId UUID userId,
    Instant linkedAt) {}
