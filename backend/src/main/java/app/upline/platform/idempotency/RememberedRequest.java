package app.upline.platform.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a request with a key.
 *
 * @param claim who works on it, or did: changes when another takes over
 * @param status null until there is an answer
 * @param headers the remembered headers as a JSON object
 */
@MappedEntity("idempotent_request")
record RememberedRequest(
    String userId,
    @Id String idempotencyKey,
    String operation,
    @MappedProperty("request_sha256") String requestSha256,
    String claim,
    Instant claimedAt,
    @Nullable Integer status,
    @Nullable String headers,
    // The framework does not see the array's annotation, and would refuse a null column.
    @io.micronaut.core.annotation.Nullable byte @Nullable [] body) {}
