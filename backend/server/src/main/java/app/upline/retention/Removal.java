package app.upline.retention;

import app.upline.platform.persistence.Chunks;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes what was marked, with all that belongs to it: some things to a statement, and whatever
 * refers to a row before the row.
 */
@Singleton
final class Removal {

  /**
   * Of many an optimizer thinks it quicker to read the whole table, and what is read stays locked
   * until the purge ends: others would wait. (MariaDB did with 500 among 10,000 rows.)
   */
  private static final int SOME = 50;

  private static final String OF_TRIAGE =
      "join triage t on t.carrier_id = x.carrier_id and t.incident_id = x.incident_id where t.incident_id in";

  /** By kind; each takes the ids of things of that kind. */
  private static final Map<PurgeKind, List<String>> STATEMENTS =
      Map.ofEntries(
          Map.entry(
              PurgeKind.SUBMISSION,
              List.of(
                  "delete from work_assignment where subject_id in",
                  "delete from disclosure where submission_id in",
                  "delete from incident_disclosure where submission_id in",
                  "delete e from comment_entry e join submission_comment k on k.id = e.comment_id where k.submission_id in",
                  "delete from submission_comment where submission_id in",
                  "delete from submission_item where submission_id in",
                  "delete from submission_incident where submission_id in",
                  "delete from submission_period where submission_id in",
                  "delete from undone_acknowledgement where submission_id in",
                  "delete from submission_revision where submission_id in",
                  "delete from submission where id in")),
          Map.entry(
              PurgeKind.PLAN,
              List.of(
                  "delete from work_assignment where subject_id in",
                  "delete from corrective_action_plan_event where plan_id in",
                  "delete from corrective_action_attachment where plan_id in",
                  "delete from corrective_action_evidence where plan_id in",
                  "delete from corrective_action_item where plan_id in",
                  "delete from corrective_action_plan_incident where plan_id in",
                  "delete from corrective_action_plan where id in")),
          Map.entry(
              PurgeKind.INCIDENT,
              List.of(
                  "delete w from work_assignment w join finding x on x.id = w.subject_id "
                      + OF_TRIAGE,
                  "delete a from finding_answer a join finding x on x.id = a.finding_id "
                      + OF_TRIAGE,
                  "delete x from finding x " + OF_TRIAGE,
                  "delete x from triage_event x " + OF_TRIAGE,
                  "delete f from triage t join incident_disclosure_facet f on f.carrier_id = t.carrier_id and f.incident_id = t.incident_id where t.incident_id in",
                  "delete e from comment_entry e join submission_comment k on k.id = e.comment_id where k.incident_id in",
                  "delete from submission_comment where incident_id in",
                  "delete from triage where incident_id in",
                  "delete from beneficiary_reveal where incident_id in",
                  "delete from incident_beneficiary where incident_id in",
                  "delete from incident_facet where incident_id in",
                  "delete from undisclosed_incident where incident_id in",
                  "delete from incident_attachment where incident_id in",
                  "delete from incident_revision where incident_id in",
                  "delete from incident where id in")),
          Map.entry(
              PurgeKind.RELATIONSHIP,
              List.of(
                  "delete f from relationship r join agency_contract k on k.agency_id = r.agency_id join disclosure_facet f on f.carrier_id = k.carrier_id and f.relationship_id = r.id where r.id in",
                  "delete from relationship_facet where relationship_id in",
                  "delete from undisclosed_relationship where relationship_id in",
                  "delete from relationship_revision where relationship_id in",
                  // Those beneath go too: links are cut first, so that any order will do.
                  "update relationship set upstream_id = null where id in",
                  "delete from relationship where id in")),
          Map.entry(
              PurgeKind.FILE,
              List.of(
                  "delete from stored_file_chunk where file_id in",
                  "delete from stored_file where id in")),
          Map.entry(
              PurgeKind.UPLOAD,
              List.of(
                  "delete from sheet_import_job where import_id in",
                  "delete from sheet_import_error where import_id in",
                  "delete from sheet_import_file where import_id in",
                  "delete from sheet_import_row where import_id in",
                  "delete from sheet_import_correction where import_id in",
                  "delete from sheet_import where id in")),
          Map.entry(
              PurgeKind.EXTRACT,
              List.of(
                  "delete from extract_row where extract_id in",
                  "delete from extract where id in")),
          Map.entry(
              PurgeKind.DIRECTORY_UPLOAD,
              List.of(
                  "delete from contract_directory_entry where import_id in",
                  "delete from contract_directory_import where id in")),
          Map.entry(
              PurgeKind.RESOURCE,
              List.of(
                  "delete from resource_reading where resource_id in",
                  "delete from resource_version where resource_id in",
                  "delete from resource_agency where resource_id in",
                  "delete from resource where id in")),
          Map.entry(
              PurgeKind.ANNOUNCEMENT,
              List.of(
                  "delete from announcement_confirmation where announcement_id in",
                  "delete from announcement_recipient where announcement_id in",
                  "delete from announcement_agency where announcement_id in",
                  "delete from announcement where id in")),
          Map.entry(
              PurgeKind.EVENT,
              List.of(
                  "delete from notification where event_id in",
                  "delete from business_event where id in")),
          Map.entry(PurgeKind.LEGAL_HOLD, List.of("delete from legal_hold where id in")));

  private final Database database;

  Removal(Database database) {
    this.database = database;
  }

  /**
   * All of one kind; kinds come in the order of their declaration, each referring to later ones.
   */
  void remove(PurgeKind kind, List<UUID> things) {
    for (String statement : STATEMENTS.getOrDefault(kind, List.of())) {
      for (List<UUID> some : Chunks.of(things, SOME)) {
        database.update(new Sql().addIn(statement, some));
      }
    }
  }
}
