package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in. All refresh tokens that descend from it end with it.
 *
 * @param expiresAt when it ends however busy it is
 * @param endedAt when the person signed out, an administrator shut the person out, or a refresh
 *     token was used twice
 * @param lastUsedAt to the minute
 * @param sourceAddress from where it was last used
 * @param userAgent what the program that signed in calls itself
 * @param secondFactorAt when a second factor was shown
 * @param confirmedAt when its owner last showed who they are in it
 */
@MappedEntity("session")
public record Session(
    @Id @BinaryId UUID id,
    @BinaryId UUID userId,
    Instant startedAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    Instant lastUsedAt,
    @Nullable String sourceAddress,
    @Nullable String userAgent,
    @Nullable Instant secondFactorAt,
    Instant confirmedAt) {

  public boolean isOpenAt(Instant instant) {
    return endedAt == null && instant.isBefore(expiresAt);
  }
}
