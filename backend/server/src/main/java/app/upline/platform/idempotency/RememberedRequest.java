package app.upline.platform.idempotency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a request with a key.
 *
 * @param claimId who works on it, or did: changes when another takes over
 * @param aliveAt when the server that works on it last said that it lives; null when it has not yet
 * @param status null until there is an answer
 * @param headers the remembered headers as a JSON object
 */
@MappedEntity("idempotent_request")
record RememberedRequest(
    @BinaryId UUID userId,
    @Id String idempotencyKey,
    String operation,
    @MappedProperty("request_sha256") String requestSha256,
    @BinaryId UUID claimId,
    Instant claimedAt,
    @Nullable Instant aliveAt,
    @Nullable Integer status,
    @Nullable String headers,
    // The framework does not see the array's annotation, and would refuse a null column.
    @io.micronaut.core.annotation.Nullable byte @Nullable [] body) {}
