package app.upline.disclosure;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of the incidents that a carrier holds; ties are broken by creation. */
public enum DisclosedIncidentSort implements SortKey {
  REFERENCE,
  RECEIVED_AT;

  @Override
  public Direction usually() {
    return Direction.ASCENDING;
  }
}
