package app.upline.period;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingCalendar;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.period.Contracts.Contract;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.platform.persistence.Database;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells agencies of changes of relationships that a carrier wants to know within some days: once
 * when the oldest is due within a week, and once when it is overdue, by days where the carrier is.
 * Only the agency: its carrier must not learn that there is something. A due day is told once,
 * whichever instance of the service comes first, and however many changes are due on it.
 */
@Singleton
class RelationshipReminders {

  /** As long as the work list calls it soon. */
  private static final int DAYS_BEFORE = 7;

  private static final int AGENCIES_AT_ONCE = 200;

  private final Database database;
  private final Contracts contracts;
  private final RelationshipStandings standings;
  private final ReportingCalendar calendar;
  private final Events events;

  RelationshipReminders(
      Database database,
      Contracts contracts,
      RelationshipStandings standings,
      ReportingCalendar calendar,
      Events events) {
    this.database = database;
    this.contracts = contracts;
    this.standings = standings;
    this.calendar = calendar;
    this.events = events;
  }

  /** Tells of what is to have been told by then, and was not. */
  void remind(List<UUID> carriers, Instant now) {
    database
        .reading(() -> calendar.of(carriers))
        .forEach(
            (carrier, dates) -> {
              Integer noticeDays = dates.policyAt(now).relationshipNoticeDays();
              if (noticeDays != null) {
                remind(carrier, dates, noticeDays, now);
              }
            });
  }

  private void remind(UUID carrier, CarrierCalendar dates, int noticeDays, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, dates.timeZone());
    @Nullable UUID after = null;
    List<Contract> some;
    do {
      UUID last = after;
      some =
          database.writing(
              () -> {
                List<Contract> page = contracts.after(carrier, last, AGENCIES_AT_ONCE);
                events.publish(
                    page.stream().flatMap(one -> event(one, noticeDays, today).stream()).toList());
                return page;
              });
      after = some.isEmpty() ? after : some.getLast().agency().id();
    } while (some.size() == AGENCIES_AT_ONCE);
  }

  private Optional<Event> event(Contract contract, int noticeDays, LocalDate today) {
    UUID agency = contract.agency().id();
    UUID carrier = contract.carrier().id();
    Waiting waiting = standings.waiting(agency, carrier, noticeDays);
    LocalDate due = waiting.toldBy();
    if (due == null || due.isAfter(today.plusDays(DAYS_BEFORE))) {
      return Optional.empty();
    }
    EventType type =
        due.isBefore(today) ? EventType.RELATIONSHIPS_OVERDUE : EventType.RELATIONSHIPS_DUE_SOON;
    return Optional.of(
        Event.of(
                type,
                agency,
                carrier,
                new Subject(SubjectKind.RELATIONSHIPS, null, due.toString(), null, null))
            .once("%s:%s:%s".formatted(type, carrier, due)));
  }
}
