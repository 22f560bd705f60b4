package app.upline.relationship;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of a list; ties are broken by creation. */
public enum RelationshipSort implements SortKey {
  REFERENCE,
  LEGAL_NAME,
  CHANGED_AT;

  @Override
  public Direction usually() {
    return Direction.ASCENDING;
  }
}
