package app.upline.disclosure;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Sql;
import app.upline.submission.ChangeType;
import app.upline.submission.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a record was disclosed to a carrier, whichever kind of record it is.
 *
 * @param late null where the carrier asks for no time
 * @param decision how that revision of the submission ended; null while it awaits review
 */
public record DisclosureEvent(
    UUID submissionId,
    String submissionReference,
    int submissionRevision,
    String receiptNumber,
    Instant disclosedAt,
    ChangeType changeType,
    @Nullable Boolean late,
    Decision.@Nullable Outcome decision) {

  static DisclosureEvent of(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    return new DisclosureEvent(
        uuid(row, "submission_id"),
        row.getString("submission_reference"),
        row.getInt("submission_revision"),
        row.getString("receipt_number"),
        instant(row, "disclosed_at"),
        ChangeType.valueOf(row.getString("change_type")),
        booleanOrNull(row, "late"),
        decision == null ? null : Decision.Outcome.valueOf(decision));
  }

  /** Orders a history by its submitted revisions, {@code v}, and begins where a page does. */
  static Sql newestFirst(Sql history, PageRequest request) {
    if (!request.isFirst()) {
      history.add("and v.submitted_at < ?", Instant.parse(request.after().getFirst()));
    }
    return history.add("order by v.submitted_at desc limit ?", request.limit() + 1);
  }

  /** Where the next page begins. */
  List<String> key() {
    return List.of(disclosedAt.toString());
  }
}
