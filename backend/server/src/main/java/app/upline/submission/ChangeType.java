package app.upline.submission;

/** How an item compares with what the carrier had received before. */
public enum ChangeType {
  ADDED,
  CHANGED,
  ENDED,
  UNCHANGED,
  /** Recorded by mistake. */
  VOIDED
}
