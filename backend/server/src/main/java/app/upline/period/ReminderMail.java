package app.upline.period;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.Due;
import app.upline.agency.ReportingCalendar;
import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writes a reminder. Mail is read by many eyes: it names the month, and nothing that is in it. */
@Singleton
final class ReminderMail implements MailComposer {
  static final String KIND = "reporting-reminder";

  private static final String TEXT =
      """
      Hello,

      %s of %s for %s %s %s (%s).

      %s
      Sign in to Upline to do it. If it was done meanwhile, leave this message alone.%s
      """;
  private static final String INCIDENTS =
      "Submit every incident of that month; record first what is not recorded yet.\n";
  private static final String NIL = INCIDENTS + "A month without incidents is to be declared.\n";
  private static final String NO_NIL =
      INCIDENTS + "Where there was none, no report is wanted, and there is nothing to do.\n";
  private static final String QUESTIONS = "\n\nQuestions about it go to %s.";

  private final Database database;
  private final ReportingCalendar calendar;

  ReminderMail(Database database, ReportingCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  private record Row(
      String kind, String agency, UUID carrierId, String carrier, YearMonth period) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    UUID id = Objects.requireNonNull(queued.subjectId());
    return database.reading(() -> row(id).map(this::mail));
  }

  private Optional<Row> row(UUID id) {
    return database.first(
        Sql.of(
            """
            select m.kind, m.period, m.carrier_id, a.name as agency, c.name as carrier
            from reporting_reminder m
            join agency a on a.id = m.agency_id
            join carrier c on c.id = m.carrier_id
            where m.id = ?
            """,
            id),
        row ->
            new Row(
                row.getString("kind"),
                row.getString("agency"),
                uuid(row, "carrier_id"),
                row.getString("carrier"),
                YearMonth.parse(row.getString("period"))));
  }

  private Mail mail(Row row) {
    Due due = calendar.due(row.carrierId(), row.period());
    boolean over = row.kind().equals(Reminder.OVERDUE);
    String mailbox = due.policy().mailbox();
    return new Mail(
        "%s: the report for %s %s"
            .formatted(row.carrier(), row.period(), over ? "is overdue" : "is due soon"),
        TEXT.formatted(
            over ? "The report" : "The monthly report",
            row.agency(),
            row.carrier(),
            over ? "was due by" : "is due by",
            due.dueDate(),
            "the month " + row.period(),
            due.policy().nilIncidentReportWanted() ? NIL : NO_NIL,
            mailbox == null ? "" : QUESTIONS.formatted(mailbox)));
  }
}
