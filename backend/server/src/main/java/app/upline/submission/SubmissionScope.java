package app.upline.submission;

/**
 * Which records a draft takes: what the carrier has not received, all, those named, or what it has
 * not received of a month.
 */
public enum SubmissionScope {
  CHANGES,
  FULL,
  SELECTED,
  PERIOD
}
