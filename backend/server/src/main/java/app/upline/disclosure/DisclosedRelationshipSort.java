package app.upline.disclosure;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of the carrier's register; ties are broken by creation. */
public enum DisclosedRelationshipSort implements SortKey {
  REFERENCE,
  LEGAL_NAME,
  RECEIVED_AT;

  @Override
  public Direction usually() {
    return Direction.ASCENDING;
  }
}
