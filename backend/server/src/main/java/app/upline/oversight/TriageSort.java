package app.upline.oversight;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of the queue: usually most urgent first, or longest waiting first. */
public enum TriageSort implements SortKey {
  PRIORITY,
  RECEIVED_AT;

  @Override
  public Direction usually() {
    return Direction.ASCENDING;
  }
}
