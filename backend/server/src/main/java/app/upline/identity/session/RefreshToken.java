package app.upline.identity.session;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a refresh token: enough to recognize it, not to make it.
 *
 * @param usedAt when it was exchanged; a second use is theft
 */
@MappedEntity("refresh_token")
record RefreshToken(
    @Id @MappedProperty("token_sha256") String tokenSha256,
    @BinaryId UUID sessionId,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
