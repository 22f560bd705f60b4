package app.upline.platform.listing;

/** Which end of a key comes first. */
public enum Direction {
  ASCENDING(">", ""),
  DESCENDING("<", " desc");

  private final String beyond;
  private final String suffix;

  Direction(String beyond, String suffix) {
    this.beyond = beyond;
    this.suffix = suffix;
  }

  /** What compares a row after the last one with it, in SQL. */
  public String beyond() {
    return beyond;
  }

  /** What follows a column in {@code order by}. */
  public String suffix() {
    return suffix;
  }

  public Direction reversed() {
    return this == ASCENDING ? DESCENDING : ASCENDING;
  }
}
