package app.upline.submission;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Which rows of what a carrier was told it held at a moment: now, or at the end of a day. */
@Singleton
final class Held {

  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss.SSSSSS''");

  private final Directory directory;

  Held(Directory directory) {
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

  /** The condition on rows with this alias, without parameters. */
  static String at(@Nullable Instant moment, String alias) {
    if (moment == null) {
      return alias + ".disclosed_to = " + DisclosureLedger.OPEN;
    }
    String literal = LITERAL.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    return "%1$s.disclosed_from < %2$s and %1$s.disclosed_to >= %2$s".formatted(alias, literal);
  }
}
