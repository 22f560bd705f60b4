package app.upline.identity.account;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A new address that a person asked for.
 *
 * @param email in its canonical form
 */
@MappedEntity("email_change")
record EmailChange(
    @Id @BinaryId UUID id,
    @BinaryId UUID userId,
    String email,
    Instant askedAt,
    Instant expiresAt) {}
