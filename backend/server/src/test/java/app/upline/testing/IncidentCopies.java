package app.upline.testing;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Many incidents like one that was recorded and disclosed, in a month long before it and in a
 * submission of their own: every row that the application wrote of the one, made again by the
 * database itself.
 */
@Singleton
public class IncidentCopies {

  private static final String DAY = "'2020-01-15'";
  private static final String ID = "unhex(concat('{prefix}', lpad(hex(%s), 12, '0')))";
  private static final String SUBMISSION = ID.formatted("0");

  /** A table, and the column by which its rows of the model are found. */
  private record Table(String name, String key) {}

  private static final List<Table> OF_SUBMISSION =
      List.of(
          new Table("submission", "id"),
          new Table("submission_revision", "submission_id"),
          new Table("submission_period", "submission_id"));

  /** Parents before their children. */
  private static final List<Table> OF_INCIDENT =
      List.of(
          new Table("incident", "id"),
          new Table("incident_revision", "incident_id"),
          new Table("incident_facet", "incident_id"),
          new Table("submission_incident", "incident_id"),
          new Table("incident_disclosure", "incident_id"),
          new Table("incident_disclosure_facet", "incident_id"),
          new Table("triage", "incident_id"),
          new Table("triage_event", "incident_id"));

  private static final Map<String, String> CHANGED =
      Map.of(
          "reference", "concat(left(m.reference, 4), '2020-', lpad(n.i, 6, '0'))",
          "own_reference", "null",
          "own_reference_sha256", "null",
          "receipt_number", "concat('C', m.receipt_number)",
          "period", "'2020-01'",
          "incident_date", "null",
          "discovery_date", DAY,
          "repeat_basis_date", DAY,
          "facet", "if(m.facet like 'period:%', 'period:2020-01', m.facet)",
          "received_at", "m.received_at - interval n.i second");

  private final TestUsers crowd;

  IncidentCopies(TestUsers crowd) {
    this.crowd = crowd;
  }

  /** Makes the copies numbered {@code from} to {@code to} of the owner's incident. */
  public void add(TestRecords.Owner owner, int from, int to) {
    UUID incident = UUID.fromString(owner.things().get("incidentId"));
    if (from == 1) {
      UUID submission =
          crowd
              .ids("select submission_id from submission_incident where incident_id = ?", incident)
              .getFirst();
      OF_SUBMISSION.forEach(table -> copy(owner, table, SUBMISSION, submission, 1, 1));
    }
    OF_INCIDENT.forEach(table -> copy(owner, table, ID.formatted("n.i"), incident, from, to));
    // A follow-up of each is not disclosed yet.
    crowd.run(
        """
        insert ignore into undisclosed_incident (agency_id, carrier_id, incident_id)
        select agency_id, carrier_id, id from incident where agency_id = ? and period = '2020-01'
        """,
        owner.agency());
    // Each in a plan, where there are as many of them.
    crowd.run(
        """
        insert ignore into corrective_action_plan_incident (plan_id, incident_id)
        select p.id, i.id from corrective_action_plan p join incident i on i.id = p.id where p.agency_id = ?
        """,
        owner.agency());
  }

  private void copy(TestRecords.Owner owner, Table table, String id, UUID model, int from, int to) {
    Map<String, String> made = new HashMap<>(CHANGED);
    made.put("submission_id", SUBMISSION);
    made.put(table.key(), id);
    List<String> columns =
        crowd.strings(
            """
            select column_name from information_schema.columns
            where table_schema = database() and table_name = ? order by ordinal_position
            """,
            table.name());
    String values =
        columns.stream()
            .map(column -> made.getOrDefault(column, "m." + column))
            .collect(Collectors.joining(", "));
    crowd.run(
        """
        insert into %s (%s) select %s from %s m join (
          select s.i + %d as i from json_table(concat('[0', repeat(',0', %d), ']'), '$[*]' columns (i for ordinality)) s
        ) n where m.%s = ?
        """
            .formatted(
                table.name(),
                String.join(", ", columns),
                values.replace("{prefix}", owner.rows().prefix()),
                table.name(),
                from - 1,
                to - from,
                table.key()),
        model);
  }
}
