package app.upline.disclosure;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.ReportingCalendar;
import app.upline.identity.CurrentUser;
import app.upline.incident.DisclosableIncidents;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.submission.OrganizationRef;
import app.upline.submission.SubmissionStatus;
import app.upline.submission.Timeliness;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that a carrier holds: exactly what was disclosed to it, today or as of a day.
 * Whether one is a repeat is counted over all that the carrier held then, from all agencies.
 */
@Singleton
public final class DisclosedIncidents {

  private static final String COLUMNS =
      """
      d.incident_id, d.agency_id, a.name as agency, r.reference, d.incident_revision, r.created_at, r.first_submitted_at,
      x.changed_at as revised_at, x.discovery_date, x.content, x.content_sha256, v.submitted_at as disclosed_at, d.submission_id,
      s.reference as submission_reference, v.receipt_number, s.status as submission_status,
      i.amended, i.due_date, r.late, (%s) as repeated
      """;

  private static final String JOINS =
      """
      join incident r on r.id = d.incident_id
      join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
      join submission s on s.id = d.submission_id
      join submission_revision v on v.submission_id = d.submission_id and v.revision = d.submission_revision
      join submission_incident i
        on i.submission_id = d.submission_id and i.revision = d.submission_revision and i.incident_id = d.incident_id
      join agency a on a.id = d.agency_id
      """;

  private final Database database;
  private final AsOfCondition held;
  private final DisclosableIncidents incidents;
  private final ReportingCalendar calendar;

  DisclosedIncidents(
      Database database,
      AsOfCondition held,
      DisclosableIncidents incidents,
      ReportingCalendar calendar) {
    this.database = database;
    this.held = held;
    this.incidents = incidents;
    this.calendar = calendar;
  }

  public Page<DisclosedIncident> page(
      CurrentUser user,
      DisclosedIncidentFilter filter,
      ListOrder<DisclosedIncidentSort> order,
      PageRequest request) {
    return database.reading(
        () -> {
          DisclosedIncidentRange range = range(user, filter, order);
          return list(user, range).page(range.key(), range.filters(), request);
        });
  }

  /** The same rows, all of them, a batch at a time. */
  public Iterator<List<DisclosedIncident>> batches(
      CurrentUser user, DisclosedIncidentFilter filter, ListOrder<DisclosedIncidentSort> order) {
    return new Batches<>(request -> page(user, filter, order, request));
  }

  /**
   * One that the carrier holds, or held.
   *
   * @param asOf at the end of which day; null for now
   */
  public Optional<DisclosedIncident> find(
      CurrentUser user, UUID incidentId, @Nullable LocalDate asOf) {
    return database.reading(
        () -> {
          DisclosedIncidentFilter all = DisclosedIncidentFilter.all(asOf);
          DisclosedIncidentRange range = range(user, all, ListOrder.by(all.usualSort()));
          Sql one = range.filters().add("and d.incident_id = ?", incidentId);
          return list(user, range).page(range.key(), one, PageRequest.first(1)).items().stream()
              .findFirst();
        });
  }

  private DisclosedIncidentRange range(
      CurrentUser user, DisclosedIncidentFilter filter, ListOrder<DisclosedIncidentSort> order) {
    return new DisclosedIncidentRange(
        user.carrierId(), filter, order, held.moment(user, filter.asOf()));
  }

  private KeyedList<DisclosedIncident> list(CurrentUser user, DisclosedIncidentRange range) {
    ZoneId zone = calendar.of(user.carrierId()).timeZone();
    return new KeyedList<>(
        database, COLUMNS.formatted(range.repeated()), JOINS, row -> row(zone, row));
  }

  private DisclosedIncident row(ZoneId zone, ResultSet row) throws SQLException {
    Instant disclosedAt = instant(row, "disclosed_at");
    @Nullable Instant first = instantOrNull(row, "first_submitted_at");
    LocalDate reported = LocalDate.ofInstant(first == null ? disclosedAt : first, zone);
    LocalDate discovered = row.getObject("discovery_date", LocalDate.class);
    return new DisclosedIncident(
        new OrganizationRef(uuid(row, "agency_id"), row.getString("agency")),
        disclosedAt,
        first,
        new DisclosedIncident.Source(
            uuid(row, "submission_id"),
            row.getString("submission_reference"),
            row.getString("receipt_number"),
            SubmissionStatus.valueOf(row.getString("submission_status"))),
        row.getBoolean("repeated"),
        new Timeliness(
            row.getBoolean("amended"),
            row.getObject("due_date", LocalDate.class),
            booleanOrNull(row, "late"),
            Math.max(0, (int) ChronoUnit.DAYS.between(discovered, reported))),
        incidents.incident(row));
  }
}
