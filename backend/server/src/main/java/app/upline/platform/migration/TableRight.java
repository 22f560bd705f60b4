package app.upline.platform.migration;

import java.util.List;

/**
 * What the application's account may do with the rows of a table that are there.
 *
 * @param columns those that may be changed; none for any of them
 */
public record TableRight(boolean changed, boolean deleted, List<String> columns) {

  /** What was said once and stays: nothing. */
  public static final TableRight NOTHING = new TableRight(false, false, List.of());

  /** What moves from state to state, and is kept until it is purged. */
  public static final TableRight CHANGED = new TableRight(true, false, List.of());

  /** What also goes in the course of a day's work. */
  public static final TableRight CHANGED_AND_DELETED = new TableRight(true, true, List.of());

  public TableRight {
    columns = List.copyOf(columns);
  }

  /** What was said once and stays, but for these columns. */
  public static TableRight columns(String... columns) {
    return new TableRight(true, false, List.of(columns));
  }
}
