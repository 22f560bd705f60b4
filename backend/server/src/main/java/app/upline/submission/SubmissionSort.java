package app.upline.submission;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of submissions: usually newest first, or longest waiting first. */
public enum SubmissionSort implements SortKey {
  NEWEST,
  SUBMITTED_AT;

  @Override
  public Direction usually() {
    return this == NEWEST ? Direction.DESCENDING : Direction.ASCENDING;
  }
}
