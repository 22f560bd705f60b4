package app.upline.disclosure;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which rows of what a carrier was told it held at a moment: now, or at the end of a day. */
@Singleton
final class AsOfCondition {

  private final Directory directory;

  AsOfCondition(Directory directory) {
    this.directory = directory;
  }

  /**
   * The end of a day where the caller's carrier is; null for now.
   *
   * @throws IllegalStateException when the carrier is not to be found
   */
  @Nullable Instant moment(CurrentUser user, @Nullable LocalDate asOf) {
    return asOf == null
        ? null
        : directory
            .carrier(user, user.carrierId())
            .map(Carrier::timeZone)
            .map(zone -> asOf.plusDays(1).atStartOfDay(zone).toInstant())
            .orElseThrow();
  }
}
