package app.upline.platform.migration;

import java.util.Optional;
import java.util.Set;

/** What the application's account may do in a table besides adding and reading. */
final class TableRights {

  /** The trail, and what only the owner's purge may touch. */
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
          "purge_mark");

  /** What is kept until it is purged. */
  private static final Set<String> NO_DELETION =
      Set.of(
          "relationship",
          "relationship_revision",
          "incident",
          "incident_revision",
          "incident_beneficiary",
          "beneficiary_reveal",
          "submission",
          "submission_comment",
          "disclosure",
          "incident_disclosure",
          "triage",
          "triage_event",
          "finding",
          "finding_answer",
          "corrective_action_plan",
          "plan_incident",
          "plan_item",
          "plan_evidence",
          "plan_event",
          "plan_attachment",
          "incident_attachment",
          "kept_file",
          "extract",
          "extract_row",
          "sheet_import",
          "sheet_import_error",
          "contract_directory_import",
          "audit_checkpoint_sent",
          "legal_hold");

  private static final String CHAIN = "audit_chain";

  /** It goes on with a chain, but cannot say that the beginning was purged. */
  private static final String END_OF_CHAIN = "update (last_seq, last_mac, last_at)";

  private TableRights() {}

  /** As a grant says them; empty for none. */
  static Optional<String> of(String table) {
    if (NOTHING.contains(table)) {
      return Optional.empty();
    }
    if (table.equals(CHAIN)) {
      return Optional.of(END_OF_CHAIN);
    }
    return Optional.of(NO_DELETION.contains(table) ? "update" : "update, delete");
  }

  /** Whether the account may have this right on the whole table. */
  static boolean allow(String table, String right) {
    return switch (right) {
      case "DELETE" -> of(table).filter(rights -> rights.endsWith("delete")).isPresent();
      case "UPDATE" -> !table.equals(CHAIN) && of(table).isPresent();
      default -> true;
    };
  }
}
