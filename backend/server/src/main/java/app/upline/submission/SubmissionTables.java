package app.upline.submission;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of submissions, and of what carriers were told and lack. */
@Singleton
final class SubmissionTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("submission", TableRight.CHANGED),
        entry("disclosure", TableRight.CHANGED),
        entry("incident_disclosure", TableRight.CHANGED),
        entry("submission_comment", TableRight.CHANGED),
        entry("comment_entry", TableRight.NOTHING),
        entry("undone_acknowledgement", TableRight.NOTHING),
        // A draft is discarded, or its items are chosen again.
        entry("submission_revision", TableRight.CHANGED_AND_DELETED),
        entry("submission_item", TableRight.CHANGED_AND_DELETED),
        entry("submission_incident", TableRight.CHANGED_AND_DELETED),
        entry("submission_period", TableRight.CHANGED_AND_DELETED),
        entry("disclosure_facet", TableRight.CHANGED_AND_DELETED),
        entry("incident_disclosure_facet", TableRight.CHANGED_AND_DELETED),
        entry("undisclosed_relationship", TableRight.CHANGED_AND_DELETED),
        entry("undisclosed_incident", TableRight.CHANGED_AND_DELETED));
  }
}
