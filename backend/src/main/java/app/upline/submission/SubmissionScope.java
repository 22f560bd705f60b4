package app.upline.submission;

/** Which relationships a draft takes: what the carrier has not received, all, or those named. */
public enum SubmissionScope {
  CHANGES,
  FULL,
  SELECTED
}
