package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;

import app.upline.incident.DisciplinaryAction;
import app.upline.incident.IncidentDetails;
import app.upline.incident.Plan;
import app.upline.platform.code.Coded;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.FreeTextScan;
import app.upline.record.RecordContent;
import app.upline.submission.HeldByCarrier;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works the rows of a list out of what the carrier holds now. What it reads is bounded by the
 * month: the incidents that were first received, or first told of a termination, in it.
 */
@Singleton
final class ExtractSource {

  private static final String HELD =
      """
      select t.received_at, t.repeated, t.conclusion, i.reference, a.name as agency, a.npn as agency_npn, x.content, x.content_sha256,
        x.harm, x.severity
      from triage t
      %2$s
      join incident i on i.id = t.incident_id
      join agency a on a.id = t.agency_id
      where t.carrier_id = ? and t.state <> 'WITHDRAWN' and %1$s >= ? and %1$s < ?
      """;

  /** Repeats first, then potential harm, then by severity, then by receipt. */
  private static final String CMS_ORDER =
      "order by t.repeated desc, x.harm desc, field(x.severity, 'CRITICAL', 'HIGH', 'MEDIUM', 'LOW'), t.received_at, t.incident_id";

  private final Database database;
  private final RecordContent<IncidentDetails> content;

  ExtractSource(Database database, RecordContent<IncidentDetails> content) {
    this.database = database;
    this.content = content;
  }

  /** The rows in the order of the list. */
  List<Map<String, String>> rows(UUID carrierId, ExtractKind kind, YearMonth period, ZoneId zone) {
    Instant from = period.atDay(1).atStartOfDay(zone).toInstant();
    Instant to = period.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    return switch (kind) {
      case CMS_MONTHLY ->
          database.query(
              Sql.of(
                      HELD.formatted("t.received_at", HeldByCarrier.incident("t", null)),
                      carrierId,
                      from,
                      to)
                  .add(CMS_ORDER),
              row -> cmsRow(row, zone));
      case FOR_CAUSE ->
          database
              .query(
                  Sql.of(
                          HELD.formatted("t.for_cause_at", HeldByCarrier.incident("t", null)),
                          carrierId,
                          from,
                          to)
                      .add("order by t.for_cause_at, t.incident_id"),
                  this::causeRows)
              .stream()
              .flatMap(List::stream)
              .toList();
    };
  }

  private Map<String, String> cmsRow(ResultSet row, ZoneId zone) throws SQLException {
    IncidentDetails details = content.read(row);
    Map<String, String> values = new TreeMap<>();
    put(values, "incident", row.getString("reference"));
    put(values, "agency", row.getString("agency"));
    put(values, "agencyNpn", row.getString("agency_npn"));
    put(values, "receivedOn", LocalDate.ofInstant(instant(row, "received_at"), zone));
    put(values, "subject", details.subject().name());
    put(values, "subjectNpn", details.subject().npn());
    put(values, "repeat", yesNo(row.getBoolean("repeated")));
    put(values, "potentialHarm", yesNo(details.potentialHarm()));
    put(values, "enrollmentAffected", yesNo(details.enrollmentAffected()));
    put(values, "beneficiariesAffected", details.beneficiariesAffected());
    put(values, "severity", details.severity().label());
    put(values, "category", details.primaryCategory().label());
    put(values, "incidentDate", details.incidentDate());
    put(values, "discoveryDate", details.discoveryDate());
    put(values, "state", details.state().name());
    put(values, "channel", details.channel().label());
    Plan plan = details.plan();
    put(values, "contractNumber", plan.contractNumber());
    put(values, "pbp", plan.pbp());
    put(values, "planYear", plan.year());
    put(values, "ctmNumber", details.ctmNumber());
    put(values, "rootCause", label(details.investigation().rootCause()));
    put(values, "agencyOutcome", details.investigation().outcome().label());
    put(values, "carrierConclusion", row.getString("conclusion"));
    put(values, "actionTaken", actionsTaken(details));
    put(values, "summary", FreeTextScan.redact(details.description()));
    return values;
  }

  private List<Map<String, String>> causeRows(ResultSet row) throws SQLException {
    IncidentDetails details = content.read(row);
    List<Map<String, String>> rows = new ArrayList<>();
    for (DisciplinaryAction action : details.disciplinaryActions()) {
      if (action.isForCauseTermination()) {
        Map<String, String> values = new TreeMap<>();
        put(values, "npn", details.subject().npn());
        put(values, "name", details.subject().name());
        LocalDate effective = action.effectiveDate();
        put(values, "date", effective == null ? action.decisionDate() : effective);
        put(values, "cause", details.primaryCategory().label());
        put(values, "action", action.type().label());
        put(values, "agency", row.getString("agency"));
        put(values, "state", details.state().name());
        put(values, "incident", row.getString("reference"));
        rows.add(values);
      }
    }
    return rows;
  }

  /** Each with the day on which it was decided; what was taken back was not done. */
  private static String actionsTaken(IncidentDetails details) {
    return details.disciplinaryActions().stream()
        .filter(DisciplinaryAction::counts)
        .map(action -> "%s (%s)".formatted(action.type().label(), action.decisionDate()))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static @Nullable String label(@Nullable Coded code) {
    return code == null ? null : code.label();
  }

  private static void put(Map<String, String> values, String key, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(key, value.toString());
    }
  }

  private static String yesNo(boolean truth) {
    return truth ? "Yes" : "No";
  }
}
