package app.upline.submission;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.Due;
import app.upline.agency.ReportingCalendar;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** By when the carrier wants the incidents of a submission, and which of them come too late. */
@Singleton
final class IncidentDueTimes {

  private static final String FORGET =
      "delete from submission_period where submission_id = ? and revision = ?";

  private static final String MONTHS =
      """
      insert into submission_period (submission_id, revision, period, agency_id, carrier_id)
      select distinct i.submission_id, i.revision, v.period, ?, ?
      from submission_incident i
      join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String OWN_MONTH =
      """
      insert ignore into submission_period (submission_id, revision, period, agency_id, carrier_id)
      values (?, ?, ?, ?, ?)
      """;

  private static final String DUE =
      """
      update submission_incident i
      join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision
      set i.due_date = ?, i.grace_ends_at = ?
      where i.submission_id = ? and i.revision = ? and v.period = ?
      """;

  /** Acknowledged is not what was taken back: that can only be before the review. */
  private static final String AMENDED =
      """
      update submission_incident i
      set i.amended = i.change_type = 'CHANGED' and exists (
        select 1 from incident_disclosure d
        join submission_revision w
          on w.submission_id = d.submission_id and w.revision = d.submission_revision
        where d.incident_id = i.incident_id and d.carrier_id = ? and d.submission_id <> i.submission_id
          and w.decision = 'ACKNOWLEDGED')
      where i.submission_id = ? and i.revision = ?
      """;

  /**
   * An answer to a return tells again what was first told in time, or not, by what was returned.
   */
  private static final String LATE =
      """
      update submission_incident i
      join incident h on h.id = i.incident_id
      set i.late = case
        when h.first_submitted_at is null then ? >= date_add(i.grace_ends_at, interval 1 second)
        when i.change_type = 'ADDED' then h.late end
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String COUNT =
      """
      select count(*), coalesce(sum(i.late), 0) from submission_incident i
      where i.submission_id = ? and i.revision = ?
      """;

  private final Database database;
  private final ReportingCalendar calendar;

  IncidentDueTimes(Database database, ReportingCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** Notes the months, the due time of each item, and which items follow up. */
  void settle(Submission s, int revision) {
    database.update(Sql.of(FORGET, s.id(), revision));
    database.update(Sql.of(MONTHS, s.agency().id(), s.carrier().id(), s.id(), revision));
    if (s.period() != null) {
      database.update(
          Sql.of(
              OWN_MONTH,
              s.id(),
              revision,
              s.period().toString(),
              s.agency().id(),
              s.carrier().id()));
    }
    CarrierCalendar carrier = calendar.of(s.carrier().id());
    for (YearMonth month : months(s, revision)) {
      Due due = carrier.due(month);
      database.update(
          Sql.of(DUE, due.dueDate(), due.graceEndsAt(), s.id(), revision, month.toString()));
    }
    database.update(Sql.of(AMENDED, s.carrier().id(), s.id(), revision));
  }

  /**
   * Marks what is first disclosed too late, and answers how many those are. That there was nothing
   * counts as one, too late or not.
   */
  int markLate(Submission s, Instant at) {
    database.update(Sql.of(LATE, at, s.id(), s.revision()));
    Counted counted =
        database
            .first(
                Sql.of(COUNT, s.id(), s.revision()),
                row -> new Counted(row.getInt(1), row.getInt(2)))
            .orElseThrow();
    if (counted.items() == 0 && s.period() != null) {
      return calendar.due(s.carrier().id(), s.period()).isLate(firstAt(s, at)) ? 1 : 0;
    }
    return counted.late();
  }

  private record Counted(int items, int late) {}

  /** The answer to a return comes in time when what was returned did. */
  private Instant firstAt(Submission s, Instant at) {
    return database
        .first(
            Sql.of(
                "select min(submitted_at) as first from submission_revision where submission_id = ?",
                s.id()),
            row -> Optional.ofNullable(Database.instantOrNull(row, "first")))
        .flatMap(first -> first)
        .orElse(at);
  }

  private List<YearMonth> months(Submission s, int revision) {
    return database.query(
        Sql.of(
            "select period from submission_period where submission_id = ? and revision = ?",
            s.id(),
            revision),
        row -> YearMonth.parse(row.getString(1)));
  }
}
