package app.upline.submission;

/** The order of submissions: newest first, or longest waiting first. */
public enum SubmissionSort {
  NEWEST,
  SUBMITTED_AT
}
