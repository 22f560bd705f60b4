package app.upline.submission;

import app.upline.incident.RepeatRule;
import app.upline.platform.listing.KeyOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier holds, as conditions on rows of {@code disclosure} and {@code
 * incident_disclosure}, without parameters. Written here once, for the statements of this room and
 * of its neighbors. What was taken back is never held: a check of the tables sees to it.
 */
public final class HeldByCarrier {

  /** Where {@code disclosed_to} stands while a carrier holds a row still. */
  static final String STILL = "'9999-12-31 00:00:00'";

  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss.SSSSSS''");

  /** A list asks for each of its rows, and must not walk all that the carrier holds for it. */
  private static final KeyOrder OF_PRODUCER =
      KeyOrder.of("incident_disclosure earlier", "incident_disclosure_by_producer");

  private HeldByCarrier() {}

  /** The carrier holds the row with this alias now. */
  public static String now(String alias) {
    return alias + ".disclosed_to = " + STILL;
  }

  /**
   * The carrier held the row with this alias at a moment.
   *
   * @param moment null for now
   */
  public static String at(String alias, @Nullable Instant moment) {
    if (moment == null) {
      return now(alias);
    }
    String literal = LITERAL.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    return "%1$s.disclosed_from < %2$s and %1$s.disclosed_to >= %2$s".formatted(alias, literal);
  }

  /**
   * Joins to rows that name a carrier and an incident what that carrier held of it at a moment: the
   * disclosure, {@code d}, and the revision that was disclosed, {@code x}.
   *
   * @param alias of the rows
   * @param moment null for now
   */
  public static String incident(String alias, @Nullable Instant moment) {
    return """
        join incident_disclosure d on d.carrier_id = %1$s.carrier_id and d.incident_id = %1$s.incident_id and %2$s
        join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
        """
        .formatted(alias, at("d", moment));
  }

  /**
   * Whether the incident in the row of {@code incident_disclosure} with this alias repeats another
   * that the carrier held at a moment, whichever agency told it of that.
   *
   * @param moment null for now
   */
  public static String repeats(String alias, @Nullable Instant moment) {
    return """
        exists (%swhere %s
            and earlier.incident_id <> %s.incident_id and %s)\
        """
        .formatted(
            OF_PRODUCER.select("1").text(),
            RepeatRule.repeats(alias, "earlier"),
            alias,
            at("earlier", moment));
  }
}
