package app.upline.platform.listing;

import app.upline.platform.persistence.AlteredContentException;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An inverted index beside a list: a table of (tenant, facet, item), which is its primary key, with
 * another key over (item, facet) to look at the facets of a row, called after both.
 *
 * @param table its name; {@code f} in statements
 * @param tenant the column of the agency or carrier whose list it is
 * @param item the column of the row's id
 * @param rows joins the list's own table to {@code f}
 */
public record FacetIndex(String table, String tenant, String item, String rows) {

  /** Sorts behind every character of a word. */
  static final String END = "\uffff";

  /**
   * What an item is found under, before and after a change.
   *
   * @param was empty when the item is new
   */
  public record Change(UUID tenant, UUID item, Set<String> was, Set<String> is) {}

  /** The rows with this facet, in the order of their ids. */
  public KeyRange having(UUID tenantId, String facet) {
    return KeyRange.of(
        tables(),
        List.of(KeyColumn.id("f." + item)),
        "f.%s = ? and f.facet = ?".formatted(tenant),
        tenantId,
        facet);
  }

  /**
   * The rows found under a word that begins like the longest of the query, in the order of these
   * words. A row found under two of them stands in the range twice; only the first counts.
   */
  public KeyRange startingWith(UUID tenantId, String query) {
    String from = Terms.facet(Terms.driving(query));
    return KeyRange.of(
        tables(),
        List.of(KeyColumn.text("f.facet"), KeyColumn.id("f." + item)),
        """
        f.%1$s = ? and f.facet >= ? and f.facet < ?
        and not exists (select 1 from %2$s g %3$s
          where g.%1$s = f.%1$s and g.%4$s = f.%4$s and g.facet >= ? and g.facet < f.facet)
        """
            .formatted(tenant, table, byItem(), item),
        tenantId,
        from,
        from + END,
        from);
  }

  /**
   * Wants every word of the query of rows that some range yields. Not with exists, which an
   * optimizer may join first: the range would lose its order.
   *
   * @param column where the statement has the item's id
   */
  public Sql everyWord(Sql filters, UUID tenantId, String query, String column) {
    String named =
        """
        and (select 1 from %s w %s
          where w.%s = ? and w.%s = %s and w.facet >= ? and w.facet < ? limit 1) is not null
        """
            .formatted(table, byItem(), tenant, item, column);
    Terms.ofQuery(query).stream()
        .map(Terms::facet)
        .forEach(word -> filters.add(named, tenantId, word, word + END));
    return filters;
  }

  /**
   * Writes what changed of the index, under the lock that every change of it takes.
   *
   * @throws AlteredContentException when a row is found under what it was not to be found before
   */
  public void write(Database database, List<Change> changes) {
    List<Row> gone = new ArrayList<>();
    List<Row> come = new ArrayList<>();
    for (Change change : changes) {
      for (String facet : change.was()) {
        if (!change.is().contains(facet)) {
          gone.add(new Row(change.tenant(), facet, change.item()));
        }
      }
      for (String facet : change.is()) {
        if (!change.was().contains(facet)) {
          come.add(new Row(change.tenant(), facet, change.item()));
        }
      }
    }
    database.batch(
        "delete from %s where %s = ? and facet = ? and %s = ?".formatted(table, tenant, item),
        inOrder(gone));
    AlteredContentException.unlessThereAlready(
        "index",
        () ->
            database.batch(
                "insert into %s (%s, facet, %s) values (?, ?, ?)".formatted(table, tenant, item),
                inOrder(come)));
  }

  private record Row(UUID tenant, String facet, UUID item) {}

  /** As they lie in the table, so that what comes after one another is written beside it. */
  private static List<List<Object>> inOrder(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(Row::facet))
        .map(row -> List.<Object>of(row.tenant(), row.facet(), row.item()))
        .toList();
  }

  /** The key over an item's facets, without which a look at one row walks all that share a word. */
  private String byItem() {
    return KeyOrder.by(table + "_by_" + item.replace("_id", ""));
  }

  private KeyOrder tables() {
    return KeyOrder.of(table + " f", "primary").with("join " + rows);
  }
}
