package app.upline.disclosure;

import app.upline.incident.Incident;
import app.upline.submission.OrganizationRef;
import app.upline.submission.SubmissionStatus;
import app.upline.submission.Timeliness;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a carrier holds it, and by which submission it came.
 *
 * @param firstDisclosedAt null when the first disclosure was taken back meanwhile
 * @param repeated whether the carrier holds another established one of the same producer, of
 *     whatever agency, on the same day or within the twelve months before
 * @param timeliness of the disclosure by which it came
 */
public record DisclosedIncident(
    OrganizationRef agency,
    Instant disclosedAt,
    @Nullable Instant firstDisclosedAt,
    Source source,
    boolean repeated,
    Timeliness timeliness,
    Incident incident) {

  /** The submission by which it came. */
  public record Source(
      UUID submissionId,
      String submissionReference,
      String receiptNumber,
      SubmissionStatus submissionStatus) {}
}
