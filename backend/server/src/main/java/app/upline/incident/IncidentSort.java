package app.upline.incident;

import app.upline.platform.listing.Direction;
import app.upline.platform.listing.SortKey;

/** The order of a list; ties are broken by creation. */
public enum IncidentSort implements SortKey {
  REFERENCE,
  NEWEST,
  DISCOVERY_DATE,
  CHANGED_AT;

  @Override
  public Direction usually() {
    return this == NEWEST ? Direction.DESCENDING : Direction.ASCENDING;
  }
}
