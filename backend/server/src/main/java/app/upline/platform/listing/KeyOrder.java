package app.upline.platform.listing;

import app.upline.platform.persistence.Sql;

/**
 * A table that is read in the order of one of its keys, and what is joined to its rows, in this
 * order. This is the one place where an optimizer is told how to go about a statement: the key
 * yields the rows of a list in the list's order, a page at a time, which an optimizer that sees a
 * small table, or old statistics, would give up for a sort. Both engines know the words. What is no
 * list is left to the optimizer.
 *
 * @param table with its alias
 * @param index the key; {@code primary} for the primary key
 * @param joins what follows, each with its {@code join}; empty for nothing
 */
public record KeyOrder(String table, String index, String joins) {

  public static KeyOrder of(String table, String index) {
    return new KeyOrder(table, index, "");
  }

  /** The same, with more joined to its rows. */
  public KeyOrder with(String more) {
    return new KeyOrder(table, index, (joins.strip() + "\n" + more.strip()).strip());
  }

  /**
   * The beginning of a statement, to be followed by {@code where}.
   *
   * @param columns what is wanted, which may be subqueries without parameters
   */
  public Sql select(String columns) {
    Sql sql = Sql.of("select straight_join " + columns.strip());
    sql.add("from " + table + " " + by(index));
    return joins.isEmpty() ? sql : sql.add(joins);
  }

  /** The clause that has a subquery read a table by this key, to follow the table's name. */
  static String by(String index) {
    return "force index (" + index + ")";
  }
}
