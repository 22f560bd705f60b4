package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells of items of plans that are due within three days, once, and once when they are overdue, the
 * carrier then too; by days where the carrier is. What was overdue for longer than a week when the
 * service came up is not told any more.
 */
@Singleton
class PlanReminders {

  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_OVERDUE = 7;
  private static final int AT_ONCE = 200;

  /** A day more on both ends than anywhere on earth. */
  private static final String DUE =
      """
      select p.id, p.reference, p.agency_due, p.agency_id, p.carrier_id,
        (select c.time_zone from carrier c where c.id = p.carrier_id) as time_zone
      from corrective_action_plan p
      where p.agency_due = ? and p.id > ? order by p.agency_due, p.id limit ?
      """;

  private final Database database;
  private final Events events;
  private final Clock clock;

  PlanReminders(Database database, Events events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  private record Due(UUID planId, List<Event> events) {}

  @Scheduled(initialDelay = "6m", fixedDelay = "1h")
  void remind() {
    remind(clock.instant());
  }

  /** Tells of what is to have been told by then, and was not. */
  void remind(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    today
        .minusDays(DAYS_OVERDUE + 1)
        .datesUntil(today.plusDays(DAYS_BEFORE + 2))
        .forEach(day -> remind(day, now));
  }

  private void remind(LocalDate day, Instant now) {
    UUID after = Ids.BEFORE_ALL;
    List<Due> some;
    do {
      UUID last = after;
      some =
          database.writing(
              () -> {
                List<Due> found =
                    database.query(
                        Sql.of(DUE, day, last, AT_ONCE),
                        row ->
                            new Due(
                                uuid(row, "id"),
                                events(
                                    uuid(row, "agency_id"),
                                    uuid(row, "carrier_id"),
                                    Subject.of(
                                        SubjectKind.CORRECTIVE_ACTION_PLAN,
                                        uuid(row, "id"),
                                        row.getString("reference")),
                                    day,
                                    LocalDate.ofInstant(
                                        now, ZoneId.of(row.getString("time_zone"))))));
                events.publish(found.stream().flatMap(one -> one.events().stream()).toList());
                return found;
              });
      after = some.isEmpty() ? after : some.getLast().planId();
    } while (some.size() == AT_ONCE);
  }

  private static List<Event> events(
      UUID agency, UUID carrier, Subject plan, LocalDate due, LocalDate today) {
    List<Event> told = new ArrayList<>();
    if (due.isBefore(today)) {
      told.add(once(EventType.PLAN_OVERDUE, agency, carrier, plan, due));
      told.add(once(EventType.PLAN_LATE, carrier, agency, plan, due));
    } else if (!due.isAfter(today.plusDays(DAYS_BEFORE))) {
      told.add(once(EventType.PLAN_DUE_SOON, agency, carrier, plan, due));
    }
    return told;
  }

  private static Event once(
      EventType type, UUID organization, UUID other, Subject plan, LocalDate due) {
    return Event.of(type, organization, other, plan)
        .once("%s:%s:%s".formatted(type, plan.id(), due));
  }
}
