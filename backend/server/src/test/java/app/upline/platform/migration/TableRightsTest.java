package app.upline.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every table of the schema, tried by the application's account: what it need not change it cannot
 * change. A new table fails here until its rights are decided.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class TableRightsTest {

  /** Deleting is needed here, and nothing that has to be kept goes with it. */
  private static final Map<String, Set<String>> DELETED =
      Map.of(
          "an index that follows what is in force",
          Set.of(
              "relationship_facet",
              "incident_facet",
              "disclosure_facet",
              "incident_disclosure_facet",
              "undisclosed_relationship",
              "undisclosed_incident",
              "contract_directory",
              "contract_directory_entry",
              "reference_sequence"),
          "a draft is discarded, or its items are chosen anew",
          Set.of(
              "announcement_agency",
              "submission_revision",
              "submission_item",
              "submission_incident",
              "submission_period"),
          "settings of today; the trail tells of yesterday's",
          Set.of(
              "app_user_role",
              "organization_security",
              "identity_provider",
              "identity_provider_role",
              "federated_identity",
              "second_factor",
              "recovery_code",
              "service_credential",
              "reporting_policy",
              "notification_preference",
              "notification_choice",
              "team_mailbox",
              "resource_section",
              "work_assignment",
              "organization_profile",
              "sheet_mapping",
              "resource_agency"),
          "short-lived: it runs out and is swept",
          Set.of(
              "rate_limit",
              "anonymous_request_count",
              "known_sign_in_source",
              "sign_in_failure",
              "sign_in_permit",
              "idempotent_request",
              "server_instance",
              "outgoing_mail",
              "email_link",
              "email_change",
              "refresh_token",
              "sign_in_challenge",
              "single_sign_on_attempt",
              "used_client_assertion",
              "reporting_reminder"),
          "the content of a file, or of an upload, that is erased",
          Set.of(
              "stored_file_chunk",
              "sheet_import_file",
              "sheet_import_row",
              "sheet_import_correction"),
          "what is wrong with an upload now; the trail tells how it was",
          Set.of("sheet_import_error"),
          "what is still to be done, and gone when it is",
          Set.of("sheet_import_job"));

  /** Changing is needed here, and deleting is not. */
  private static final Map<String, Set<String>> CHANGED =
      Map.of(
          "it moves from state to state",
          Set.of(
              "relationship",
              "incident",
              "submission",
              "submission_comment",
              "disclosure",
              "incident_disclosure",
              "triage",
              "finding",
              "corrective_action_plan",
              "extract",
              "announcement",
              "resource",
              "legal_hold",
              "role_change",
              "sheet_import",
              "contract_directory_import"),
          "says nothing: to change it is to lock it",
          Set.of("carrier_lock"),
          "people and organizations change, and are disabled",
          Set.of(
              "agency",
              "agency_contract",
              "carrier",
              "app_user",
              "service_account",
              "session",
              "invitation"),
          "what was sent",
          Set.of("audit_checkpoint_sent"));

  /** Only these columns. */
  private static final Map<String, Set<String>> COLUMNS =
      Map.of(
          "audit_chain", Set.of("last_seq", "last_mac", "last_at"),
          "incident_beneficiary", Set.of("key_version", "sealed", "mbi_hash"),
          "stored_file", Set.of("erased_at"),
          "incident_attachment", Set.of("to_revision"),
          "business_event", Set.of("due_at"),
          "resource_reading", Set.of("downloaded_at"),
          "announcement_recipient", Set.of("awaits_confirmation", "confirmed_at"),
          "notification", Set.of("read_at", "awaits_digest", "digest_on"),
          "corrective_action_item", Set.of("state", "rejection_reason", "due_date"));

  @Inject TestUsers crowd;

  @TestFactory
  Stream<DynamicTest> everyTableIsChangedOnlyWhereThatIsNeeded() {
    return tables().stream().map(table -> DynamicTest.dynamicTest(table, () -> tried(table)));
  }

  @Test
  void noTableIsNamedThatIsNotThere() {
    List<String> named = new ArrayList<>(COLUMNS.keySet());
    DELETED.values().forEach(named::addAll);
    CHANGED.values().forEach(named::addAll);
    assertThat(named).doesNotHaveDuplicates();
    assertThat(tables()).containsAll(named);
  }

  private void tried(String table) {
    boolean deleted = DELETED.values().stream().anyMatch(tables -> tables.contains(table));
    boolean changed = CHANGED.values().stream().anyMatch(tables -> tables.contains(table));
    may(deleted, "delete from `%s` where 1 = 0".formatted(table));
    for (String column : columns(table)) {
      boolean needed = deleted || changed || COLUMNS.getOrDefault(table, Set.of()).contains(column);
      may(needed, "update `%1$s` set `%2$s` = `%2$s` where 1 = 0".formatted(table, column));
    }
    assertThatThrownBy(() -> crowd.run("truncate table `%s`".formatted(table)))
        .hasMessageContaining("denied");
  }

  private void may(boolean allowed, String statement) {
    if (allowed) {
      assertThatCode(() -> crowd.run(statement)).as(statement).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> crowd.run(statement)).as(statement).hasMessageContaining("denied");
    }
  }

  private List<String> tables() {
    return crowd.strings(
        "select table_name from information_schema.tables where table_schema = database() and"
            + " table_type = 'BASE TABLE' order by table_name");
  }

  /** But for generated ones, of which each engine says so in a column that the other lacks. */
  private List<String> columns(String table) {
    return crowd.strings(
        """
        select column_name from information_schema.columns
        where table_schema = database() and table_name = ? and extra not like '% GENERATED'
        """,
        table);
  }
}
