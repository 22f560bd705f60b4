package app.upline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every table keeps to, as the database itself tells of its tables. */
@Tag("engine")
@MicronautTest(transactional = false)
class SchemaTest {
  private static final String TRAIL = "The trail outlives what it tells of.";
  private static final String OF_ITS_PARENT =
      "It would want a key of its own; the rows that it is written with have one.";
  private static final String SEVERAL = "In one of several tables, as the row says.";
  private static final String ATTEMPT = "Made for one attempt, and names nothing.";

  private static final String ONCE_ABOVE =
      "Part of a revision that never changes: what was above it once may be gone.";

  /** Ids that no foreign key holds, and why; said beside each in the migrations too. */
  private static final Map<String, String> WITHOUT_FOREIGN_KEY =
      Map.ofEntries(
          entry("anonymous_request_count.organization_id", "All zeros where it is unknown."),
          entry("audit_chain.organization_id", TRAIL),
          entry("audit_event.actor_id", TRAIL),
          entry("audit_event.organization_id", TRAIL),
          entry("audit_event.request_id", "A request has no row."),
          entry("audit_head.organization_id", TRAIL),
          entry("audit_object.object_id", TRAIL),
          entry("audit_object.organization_id", TRAIL),
          entry("business_event.subject_id", SEVERAL),
          entry("disclosure.agency_id", OF_ITS_PARENT),
          entry("disclosure.upstream_id", ONCE_ABOVE),
          entry("disclosure_facet.relationship_id", OF_ITS_PARENT),
          entry("email_link.subject_id", SEVERAL),
          entry("idempotent_request.claim_id", ATTEMPT),
          entry(
              "idempotent_request.server_instance_id",
              "A server has no row before it first says that it lives."),
          entry("incident_disclosure.agency_id", OF_ITS_PARENT),
          entry("incident_disclosure_facet.incident_id", OF_ITS_PARENT),
          entry("incident_revision.carrier_id", OF_ITS_PARENT),
          entry("legal_hold.object_id", SEVERAL),
          entry("outgoing_mail.claim_id", ATTEMPT),
          entry("sheet_import_job.claimed_by", ATTEMPT),
          entry("outgoing_mail.subject_id", SEVERAL),
          entry("purge_candidate.carrier_id", "Empty again before the purge commits."),
          entry("purge_candidate.object_id", "Empty again before the purge commits."),
          entry("relationship_revision.upstream_id", ONCE_ABOVE),
          entry("submission.draft_carrier_id", "A check holds it to carrier_id, which has one."),
          entry("triage.agency_id", OF_ITS_PARENT),
          entry("work_assignment.subject_id", SEVERAL));

  @Inject TestUsers crowd;

  @Test
  void everyIdIsSixteenBytes() {
    String named =
        """
        select concat(table_name, '.', column_name, ' ', column_type) from information_schema.columns
         where table_schema = database() and (column_name = 'id' or column_name like '%\\_id')
           and table_name not in ('flyway_schema_history', 'purge_lock')\
        """;

    assertThat(crowd.strings(named)).hasSizeGreaterThan(150);
    assertThat(crowd.strings(named + " and column_type <> 'binary(16)'")).isEmpty();
  }

  @Test
  void everyIdOfAnotherRowHasAForeignKeyOrAReason() {
    String ids =
        """
        select concat(c.table_name, '.', c.column_name) from information_schema.columns c
         where c.table_schema = database() and c.column_type = 'binary(16)' and c.column_name <> 'id'\
        """;
    assertThat(crowd.strings(ids)).hasSizeGreaterThan(150);

    List<String> held =
        crowd.strings(
            """
            select concat(table_name, '.', column_name) from information_schema.key_column_usage
             where table_schema = database() and referenced_table_name is not null\
            """);
    List<String> without =
        crowd.strings(ids).stream().filter(column -> !held.contains(column)).toList();

    assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT_FOREIGN_KEY.keySet());
  }

  @Test
  void ownersAreOrganizations() {
    assertThat(owners("organization_id"))
        .containsExactlyInAnyOrder("organization", "identity_provider");
    assertThat(owners("agency_id")).containsExactly("agency");
    assertThat(owners("carrier_id")).containsExactly("carrier");
    assertThat(parents("agency")).contains("organization");
    assertThat(parents("carrier")).containsExactly("organization");
  }

  @Test
  void listsOfCodesAreJson() {
    List<String> columns =
        crowd.strings(
            """
            select concat(table_name, '.', column_name) from information_schema.columns
             where table_schema = database()
               and column_name in ('roles', 'scopes', 'functions', 'reminder_days')
             order by 1\
            """);
    assertThat(columns)
        .containsExactly(
            "audit_event.roles",
            "invitation.roles",
            "relationship.functions",
            "relationship_revision.functions",
            "reporting_policy.reminder_days",
            "role_change.roles",
            "service_account.scopes");
    List<String> checks =
        crowd.strings(
            """
            select concat(constraint_name, ' ', replace(check_clause, '`', ''))
              from information_schema.check_constraints
             where constraint_schema = database() and check_clause like '%json_valid%'\
            """);
    for (String column : columns) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      assertThat(checks)
          .as(column)
          .anyMatch(
              check -> check.startsWith(table + "_") && check.contains("json_valid(" + name + ")"));
    }
  }

  /** A constant that moves within its enum must not change what rows say. */
  @Test
  void nothingAsksForThePlaceOfAConstantInItsEnum() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(500);
      for (Path source : sources) {
        assertThat(Files.readString(source)).as("%s", source).doesNotContain(".ordinal()");
      }
    }
  }

  private List<String> owners(String column) {
    return crowd.strings(
        """
        select distinct referenced_table_name from information_schema.key_column_usage
         where table_schema = database() and referenced_table_name is not null and column_name = ?
           and referenced_column_name in ('id', 'organization_id')\
        """,
        column);
  }

  private List<String> parents(String table) {
    return crowd.strings(
        """
        select distinct referenced_table_name from information_schema.key_column_usage
         where table_schema = database() and referenced_table_name is not null and table_name = ?\
        """,
        table);
  }
}
