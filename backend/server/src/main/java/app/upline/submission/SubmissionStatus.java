package app.upline.submission;

/** Where a submission is on its way. */
public enum SubmissionStatus {
  DRAFT,
  SUBMITTED,
  RETURNED,
  ACKNOWLEDGED,
  WITHDRAWN,
  DISCARDED
}
