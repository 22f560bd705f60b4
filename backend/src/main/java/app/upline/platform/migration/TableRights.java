package app.upline.platform.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the application's account may do in a table besides adding and reading. Every table is named
 * here, in the group that says why; one that is not is found by {@code TableRightsTest}.
 */
final class TableRights {

  /** What was said once and stays: the trail, revisions, and what people did and wrote. */
  private static final Set<String> NOTHING =
      Set.of(
          "audit_event",
          "audit_object",
          "audit_head",
          "audit_checkpoint",
          // What keys are known again by.
          "key_check",
          "flyway_schema_history",
          "migration_step",
          // Whoever cannot take the turn cannot purge.
          "purge_turn",
          "purge_mark",
          "relationship_revision",
          "incident_revision",
          "beneficiary_reveal",
          "submission_comment",
          "triage_event",
          "finding_answer",
          "plan_event",
          "plan_incident",
          "plan_evidence",
          "plan_attachment",
          "sheet_import_error",
          "extract_row");

  /** What was said once and stays, but for these columns. */
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          // It goes on with a chain, but cannot say that the beginning was purged.
          "audit_chain",
          List.of("last_seq", "last_mac", "last_at"),
          // Sealed again under another key, or erased.
          "incident_beneficiary",
          List.of("key_version", "sealed", "mbi_hash"),
          // Its content is gone; that there was one is not.
          "kept_file",
          List.of("erased_at"),
          // Taken off a later revision.
          "incident_attachment",
          List.of("to_revision"),
          // What has become of it, not what was asked for.
          "plan_item",
          List.of("state", "rejection_reason"));

  /** What moves from state to state, and is kept until it is purged. */
  private static final Set<String> NO_DELETION =
      Set.of(
          "agency",
          "agency_contract",
          "carrier",
          "app_user",
          "service_account",
          "session",
          "invitation",
          "role_change",
          "relationship",
          "incident",
          "submission",
          "disclosure",
          "incident_disclosure",
          "triage",
          "finding",
          "corrective_action_plan",
          "extract",
          "sheet_import",
          "contract_directory_import",
          "audit_checkpoint_sent",
          "legal_hold");

  private TableRights() {}

  /** As a grant says them; empty for none. */
  static Optional<String> of(String table) {
    if (NOTHING.contains(table)) {
      return Optional.empty();
    }
    if (COLUMNS.containsKey(table)) {
      return Optional.of("update (" + String.join(", ", COLUMNS.get(table)) + ")");
    }
    return Optional.of(NO_DELETION.contains(table) ? "update" : "update, delete");
  }

  /** Whether the account may have this right on the whole table. */
  static boolean allow(String table, String right) {
    return switch (right) {
      case "DELETE" -> of(table).filter(rights -> rights.endsWith("delete")).isPresent();
      case "UPDATE" -> of(table).filter(rights -> !rights.startsWith("update (")).isPresent();
      default -> true;
    };
  }
}
