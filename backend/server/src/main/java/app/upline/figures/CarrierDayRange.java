package app.upline.figures;

import app.upline.agency.CarrierCalendar;
import app.upline.platform.persistence.Ids;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Days as the calendar on each carrier's wall shows them, for statements: a database need not have
 * been taught the names of time zones, so the changes of the clocks within the months concerned are
 * written into the statement.
 */
record CarrierDayRange(Map<UUID, CarrierCalendar> calendars, Instant from, Instant to) {

  private static final DateTimeFormatter LITERAL =
      DateTimeFormatter.ofPattern("''uuuu-MM-dd HH:mm:ss''");

  /** How many days from a date to a moment, as an expression without parameters. */
  String between(String moment, String date) {
    if (calendars.isEmpty()) {
      return "null";
    }
    String offset =
        calendars.entrySet().stream()
            .map(
                carrier ->
                    "when %s then %s"
                        .formatted(
                            Ids.literal(carrier.getKey()),
                            offset(moment, carrier.getValue().timeZone())))
            .collect(Collectors.joining(" ", "case i.carrier_id ", " end"));
    return "datediff(date_add(%s, interval %s second), %s)".formatted(moment, offset, date);
  }

  private String offset(String moment, ZoneId zone) {
    StringBuilder cases = new StringBuilder();
    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      cases.append(
          " when %s < %s then %d"
              .formatted(
                  moment,
                  LITERAL.format(LocalDateTime.ofInstant(next.getInstant(), ZoneOffset.UTC)),
                  next.getOffsetBefore().getTotalSeconds()));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    int last = zone.getRules().getOffset(to).getTotalSeconds();
    return cases.isEmpty() ? Integer.toString(last) : "case" + cases + " else " + last + " end";
  }
}
