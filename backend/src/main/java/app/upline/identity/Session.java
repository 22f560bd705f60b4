package app.upline.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in. All refresh tokens that descend from it end with it.
 *
 * @param expiresAt when it ends however busy it is
 * @param endedAt when somebody signed out, or a refresh token was used twice
 */
@MappedEntity("session")
record Session(
    @Id UUID id, UUID userId, Instant startedAt, Instant expiresAt, @Nullable Instant endedAt) {

  boolean isOpenAt(Instant instant) {
    return endedAt == null && instant.isBefore(expiresAt);
  }
}
