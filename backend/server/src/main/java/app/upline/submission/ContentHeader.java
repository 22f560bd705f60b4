package app.upline.submission;

import java.time.Instant;
import java.util.Objects;

/**
 * The first line of the canonical content: which submission it is, who vouched for it and when.
 *
 * @param agency as it was called then; {@code carrier} likewise
 */
record ContentHeader(
    Submission submission,
    int revision,
    OrganizationRef agency,
    OrganizationRef carrier,
    Attestation attestation,
    Instant submittedAt,
    Reasons reasons,
    int itemCount) {

  /** Of a revision that was submitted. */
  static ContentHeader of(Submission submission, SubmissionRevision revision) {
    Seal seal = Objects.requireNonNull(revision.seal());
    return new ContentHeader(
        submission,
        revision.revision(),
        new OrganizationRef(submission.agency().id(), seal.agencyName()),
        new OrganizationRef(submission.carrier().id(), seal.carrierName()),
        seal.attestation(),
        seal.submittedAt(),
        seal.reasons(),
        revision.counts().total());
  }
}
