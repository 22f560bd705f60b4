package app.upline.oversight;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of plans: usually newest first, or the first to be due first. */
public enum PlanSort implements SortKey {
  NEWEST,
  NEXT_DUE;

  @Override
  public Direction usually() {
    return this == NEWEST ? Direction.DESCENDING : Direction.ASCENDING;
  }
}
