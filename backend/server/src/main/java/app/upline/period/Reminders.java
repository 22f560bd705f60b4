package app.upline.period;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ContractMonth;
import app.upline.agency.ReportingCalendar;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Role;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.period.Contracts.Contract;
import app.upline.platform.mail.Outbox;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.submission.ReportedCounts;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes to agencies that have not told a carrier of a month: on the policy's reminder days before
 * it is due, and once when what is owed is late. Changes of relationships are told likewise. It
 * costs what the carriers' agencies and the months around today cost, whatever lies behind.
 */
@Singleton
class Reminders {

  private static final Set<Role> RECIPIENTS = Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER);
  private static final int AGENCIES_AT_ONCE = 200;

  /** The month before is due in this one, and may be late by a grace of up to 28 days. */
  private static final int MONTHS_BACK = 3;

  private final Database database;
  private final ReminderRows reminders;
  private final RelationshipReminders relationships;
  private final Contracts contracts;
  private final PeriodRows rows;
  private final ReportingCalendar calendar;
  private final PeopleRegistry people;
  private final Outbox outbox;
  private final Events events;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  Reminders(
      Database database,
      ReminderRows reminders,
      RelationshipReminders relationships,
      Contracts contracts,
      PeriodRows rows,
      ReportingCalendar calendar,
      PeopleRegistry people,
      Outbox outbox,
      Events events,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.reminders = reminders;
    this.relationships = relationships;
    this.contracts = contracts;
    this.rows = rows;
    this.calendar = calendar;
    this.people = people;
    this.outbox = outbox;
    this.events = events;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "5m", fixedDelay = "1h")
  void remind() {
    remind(clock.instant());
  }

  /** Puts down every reminder that is to have gone out by then, and has not. */
  void remind(Instant now) {
    List<UUID> carriers =
        database.reading(
            () ->
                database.query(
                    Sql.of("select id from carrier order by id"), row -> Database.uuid(row, "id")));
    database
        .reading(() -> calendar.of(carriers))
        .forEach((carrier, dates) -> remind(carrier, dates, now));
    relationships.remind(carriers, now);
  }

  private void remind(UUID carrier, CarrierCalendar dates, Instant now) {
    YearMonth current = YearMonth.from(now.atZone(dates.timeZone()));
    List<Reminder> due =
        IntStream.rangeClosed(0, MONTHS_BACK)
            .mapToObj(back -> dates.due(current.minusMonths(back)))
            .flatMap(one -> Reminder.by(one, now).stream())
            .toList();
    @Nullable UUID after = null;
    while (!due.isEmpty()) {
      List<Contract> agencies = next(carrier, after);
      for (Reminder reminder : due) {
        remind(carrier, dates, agencies, reminder, now);
      }
      if (agencies.size() < AGENCIES_AT_ONCE) {
        return;
      }
      after = agencies.getLast().agency().id();
    }
  }

  private List<Contract> next(UUID carrier, @Nullable UUID after) {
    return database.reading(() -> contracts.after(carrier, after, AGENCIES_AT_ONCE));
  }

  private void remind(
      UUID carrier,
      CarrierCalendar dates,
      List<Contract> agencies,
      Reminder reminder,
      Instant now) {
    YearMonth month = reminder.due().period();
    Set<UUID> reminded = reminded(carrier, agencies, reminder);
    List<Contract> left =
        agencies.stream().filter(one -> !reminded.contains(one.agency().id())).toList();
    List<UUID> all = left.stream().map(one -> one.agency().id()).toList();
    MonthRange months = new MonthRange(month, month);
    Map<ContractMonth, ReportedCounts> told =
        database.reading(() -> rows.told(all, List.of(carrier), months));
    Map<ContractMonth, AgencyOnlyCounts> own =
        database.reading(() -> rows.undisclosed(all, carrier, months));
    for (Contract one : left) {
      ContractMonth key = new ContractMonth(one.agency().id(), carrier, month);
      Expectation expected = one.expected(dates, month, now);
      PeriodAssessment judgment =
          PeriodAssessment.ofAgency(
              own.getOrDefault(key, AgencyOnlyCounts.NOTHING),
              told.getOrDefault(key, ReportedCounts.NOTHING),
              expected);
      if (reminder.concerns(judgment.status(), expected)) {
        putDown(key, reminder);
      }
      if (reminder.isOverdue() && isMissing(told.get(key), expected)) {
        tellCarrier(key);
      }
    }
  }

  /** Whether the carrier may know that it is owed something: by what it was told, and no more. */
  private static boolean isMissing(@Nullable ReportedCounts told, Expectation expected) {
    return PeriodAssessment.ofCarrier(told == null ? ReportedCounts.NOTHING : told, expected)
            .status()
        == PeriodStatus.OVERDUE;
  }

  private void tellCarrier(ContractMonth key) {
    events.publish(
        Event.of(EventType.REPORT_MISSING, key.carrierId(), key.agencyId(), month(key))
            .once("REPORT_MISSING:%s:%s".formatted(key.agencyId(), key.period())));
  }

  private void tellAgency(ContractMonth key, Reminder reminder) {
    EventType type = reminder.isOverdue() ? EventType.REPORT_OVERDUE : EventType.REPORT_DUE_SOON;
    events.publish(Event.of(type, key.agencyId(), key.carrierId(), month(key)));
  }

  private static Subject month(ContractMonth key) {
    return new Subject(SubjectKind.REPORTING_PERIOD, null, null, key.period(), null);
  }

  private Set<UUID> reminded(UUID carrier, List<Contract> agencies, Reminder reminder) {
    if (agencies.isEmpty()) {
      return Set.of();
    }
    Sql sql =
        Sql.of(
                """
                select agency_id from reporting_reminder
                where carrier_id = ? and period = ? and kind = ?
                """,
                carrier,
                reminder.due().period().toString(),
                reminder.kind())
            .addIn("and agency_id in", agencies.stream().map(one -> one.agency().id()).toList());
    return Set.copyOf(
        database.reading(() -> database.query(sql, row -> Database.uuid(row, "agency_id"))));
  }

  private void putDown(ContractMonth key, Reminder reminder) {
    List<String> addresses = people.addressesOf(key.agencyId(), RECIPIENTS);
    if (addresses.isEmpty()) {
      return;
    }
    audit.system(
        "remindOfPeriod",
        key.agencyId(),
        () ->
            database.writing(
                () -> {
                  UUID id = ids.next();
                  if (insert(id, key, reminder) == 1) {
                    addresses.forEach(address -> outbox.put(ReminderMail.KIND, address, id));
                    tellAgency(key, reminder);
                    audit.changed(
                        "reminder",
                        id,
                        "%s %s".formatted(key.period(), reminder.kind()),
                        null,
                        Digest.of(key, reminder.kind()));
                  }
                  return id;
                }));
  }

  private int insert(UUID id, ContractMonth key, Reminder reminder) {
    return reminders.begin(
        id,
        key.agencyId(),
        key.carrierId(),
        key.period().toString(),
        reminder.kind(),
        clock.instant());
  }
}
