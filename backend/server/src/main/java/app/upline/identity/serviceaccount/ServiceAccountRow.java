package app.upline.identity.serviceaccount;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a service account beside its row among the people.
 *
 * @param scopes a JSON array
 */
@MappedEntity("service_account")
record ServiceAccountRow(
    @Id @BinaryId UUID id,
    String scopes,
    @BinaryId UUID createdBy,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
