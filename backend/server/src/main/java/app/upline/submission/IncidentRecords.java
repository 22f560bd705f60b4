package app.upline.submission;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;

import app.upline.agency.Carrier;
import app.upline.agency.ReportingCalendar;
import app.upline.identity.CurrentUser;
import app.upline.incident.DisclosableIncidents;
import app.upline.incident.Incident;
import app.upline.incident.IncidentFacets;
import app.upline.incident.IncidentFields;
import app.upline.incident.IncidentForm;
import app.upline.platform.fields.Difference;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is particular to disclosing incidents. */
@Singleton
final class IncidentRecords implements DisclosableType {

  private static final String UNDISCLOSED =
      """
      select u.incident_id from undisclosed_incident u
      join incident r on r.id = u.incident_id
      where u.agency_id = ? and u.carrier_id = ?
      """;

  private static final String NAMED =
      "select r.id as incident_id from incident r where r.agency_id = ? and r.carrier_id = ?";

  /** An action of the list, by its place. */
  private static final Pattern ACTION =
      Pattern.compile("/disciplinaryActions(/\\d{1,2}(/\\w+){0,2})?");

  private final IncidentDueTimes dueTimes;
  private final IncidentStanding standing;
  private final IncidentBlockers checks;
  private final DisclosableIncidents incidents;
  private final ReportingCalendar calendar;

  IncidentRecords(
      IncidentDueTimes dueTimes,
      IncidentStanding standing,
      IncidentBlockers checks,
      DisclosableIncidents incidents,
      ReportingCalendar calendar) {
    this.dueTimes = dueTimes;
    this.standing = standing;
    this.checks = checks;
    this.incidents = incidents;
    this.calendar = calendar;
  }

  @Override
  public Set<UUID> known(CurrentUser user, Carrier to, Collection<UUID> ids) {
    return incidents.known(user, to.id(), ids);
  }

  @Override
  public Sql chosen(Submission s, Collection<UUID> named) {
    return switch (s.scope()) {
      case CHANGES, PERIOD -> undisclosed(s);
      case SELECTED -> Sql.of(NAMED, s.agency().id(), s.carrier().id()).addIn("and r.id in", named);
      case FULL -> throw new IllegalStateException("No carrier asks for every incident again");
    };
  }

  @Override
  public @Nullable Sql added(Submission s) {
    return s.scope() == SubmissionScope.SELECTED ? null : undisclosed(s);
  }

  private static Sql undisclosed(Submission s) {
    return Sql.of(UNDISCLOSED, s.agency().id(), s.carrier().id())
        .addIf(s.period() == null ? null : s.period().toString(), "and r.period = ?");
  }

  /** Only the carrier that an incident concerns ever hears of it. */
  @Override
  public Sql pinnable(Submission s) {
    return Sql.of("and h.carrier_id = ?", s.carrier().id())
        .add("and (not h.voided or exists (")
        .add(ItemStatements.told(s.kind()), s.carrier().id(), s.id())
        .add("))");
  }

  @Override
  public String changeType() {
    return """
        case when p.content_sha256 = v.content_sha256 then 'UNCHANGED'
             when v.voided then 'VOIDED'
             when p.revision is null or p.voided then 'ADDED'
             else 'CHANGED' end
        """;
  }

  @Override
  public void settle(Submission s, int revision) {
    dueTimes.settle(s, revision);
  }

  /** That there were none is a declaration of its own; its answer to a return may be the same. */
  @Override
  public Optional<String> refusalOfNothing(CurrentUser user, Submission s) {
    return s.nil()
        ? Optional.empty()
        : Optional.of(
            "%s has received every incident in its newest revision. Where it wants to be told that a month had none, make a nil declaration."
                .formatted(s.carrier().name()));
  }

  @Override
  public Integer markLate(Submission s, Carrier carrier, Instant at) {
    dueTimes.settle(s, s.revision());
    return dueTimes.markLate(s, at);
  }

  @Override
  public List<Fault> faults(Submission s, Reasons reasons) {
    return checks.faults(s, reasons);
  }

  @Override
  public void disclosed(Submission s, Instant at) {
    standing.disclosed(s, at);
  }

  @Override
  public void takenBack(Submission s) {
    standing.takenBack(s);
  }

  @Override
  public DisclosedRecord record(ResultSet row) throws SQLException {
    return new DisclosedRecord.OfIncident(incidents.incident(row));
  }

  @Override
  public String timelinessColumns() {
    return ", i.amended, i.due_date, i.grace_ends_at, x.discovery_date, r.first_submitted_at";
  }

  @Override
  public Database.Mapper<Optional<Timeliness>> timeliness(Submission s, Instant at) {
    ZoneId zone = calendar.of(s.carrier().id()).timeZone();
    return row -> {
      Instant first = instantOrNull(row, "first_submitted_at");
      Boolean late = booleanOrNull(row, "late");
      if (late == null && first == null) {
        // A draft: what it would be if it were submitted now.
        late = !at.isBefore(instant(row, "grace_ends_at").plusSeconds(1));
      }
      LocalDate reported = LocalDate.ofInstant(first == null ? at : first, zone);
      LocalDate discovered = row.getObject("discovery_date", LocalDate.class);
      return Optional.of(
          new Timeliness(
              row.getBoolean("amended"),
              row.getObject("due_date", LocalDate.class),
              late,
              Math.max(0, (int) ChronoUnit.DAYS.between(discovered, reported))));
    };
  }

  @Override
  public List<Difference> differences(String before, DisclosedRecord now) {
    return IncidentForm.differences(incidents.details(before), incident(now).details());
  }

  @Override
  public Map<String, String> itemMembers(ResultSet row) throws SQLException {
    Map<String, String> members = new TreeMap<>();
    members.put("amended", Boolean.toString(row.getBoolean("amended")));
    members.put("dueDate", '"' + Objects.requireNonNull(row.getString("due_date")) + '"');
    Boolean late = booleanOrNull(row, "late");
    if (late != null) {
      members.put("late", late.toString());
    }
    return members;
  }

  @Override
  public Set<String> facets(DisclosedRecord disclosed) {
    Incident incident = incident(disclosed);
    return IncidentFacets.of(incident.reference(), incident.details());
  }

  /** Likely duplicates and repeats: a carrier's repeats are counted over all that it holds. */
  @Override
  public List<String> agencysOwnFacets() {
    return List.of(IncidentFacets.SAME, "repeat:", "carrier:");
  }

  @Override
  public boolean isField(String pointer) {
    return ACTION.matcher(pointer).matches()
        || IncidentFields.ALL.all().stream()
            .anyMatch(f -> f.pointer().equals(pointer) || f.pointer().startsWith(pointer + "/"));
  }

  private static Incident incident(DisclosedRecord disclosed) {
    return switch (disclosed) {
      case DisclosedRecord.OfIncident(Incident incident) -> incident;
      case DisclosedRecord.OfRelationship other ->
          throw new IllegalArgumentException(other.reference() + " is no incident");
    };
  }
}
