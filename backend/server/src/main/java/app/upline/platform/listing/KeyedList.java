package app.upline.platform.listing;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Pages of a list. One key range drives each page; all other filters look at the rows that the
 * range yields. What is read is of one moment, also where it takes two statements.
 */
public final class KeyedList<T> {

  private static final String LABEL = "list_key_";
  private static final Pattern JOINED = Pattern.compile("\\bjoin\\s+\\w+\\s+(\\w+)");

  private final Database database;
  private final String columns;
  private final String joins;
  private final Database.Mapper<T> mapper;

  /**
   * @param columns what the mapper reads
   * @param joins what is joined to the range's tables for it, one row to each: it neither takes a
   *     row away nor makes two of it; the range stays first
   */
  public KeyedList(Database database, String columns, String joins, Database.Mapper<T> mapper) {
    this.database = database;
    this.columns = columns.strip();
    this.joins = joins;
    this.mapper = mapper;
  }

  private record Placed<T>(T item, List<String> key) {}

  /**
   * @param filters conditions on the rows of the range, each beginning with {@code and}
   */
  public Page<T> page(KeyRange range, Sql filters, PageRequest request) {
    Supplier<Page<T>> reading = () -> read(range, filters, request);
    return request.counted() ? database.reading(reading) : database.readingOnce(reading);
  }

  private Page<T> read(KeyRange range, Sql filters, PageRequest request) {
    List<Placed<T>> rows =
        database.query(statement(range, filters, request), row -> placed(range, row));
    Page<Placed<T>> page = Page.of(rows, request.limit(), Placed::key);
    Page.Total total = request.counted() ? count(range, filters) : null;
    return page.map(Placed::item).withTotal(total);
  }

  private Sql statement(KeyRange range, Sql filters, PageRequest request) {
    StringBuilder wanted = new StringBuilder(columns);
    for (int i = 0; i < range.key().size(); i++) {
      wanted.append(", ").append(range.key().get(i).name()).append(" as ").append(LABEL).append(i);
    }
    Sql sql =
        range.tables().with(joins).select(wanted.toString()).add("where").add(range.condition());
    range.continueAfter(sql, request);
    return sql.add(filters).add("order by " + range.order() + " limit ?", request.limit() + 1);
  }

  /** In no order, and without what is joined for the columns alone. */
  private Page.Total count(KeyRange range, Sql filters) {
    KeyOrder tables = isFiltered(range, filters) ? range.tables().with(joins) : range.tables();
    Sql counting =
        Sql.of("select count(*) from (")
            .add(tables.select("1"))
            .add("where")
            .add(range.condition())
            .add(filters)
            .add("limit ?) t", Page.Total.CAP + 1);
    return Page.Total.of(database.first(counting, row -> row.getInt(1)).orElse(0));
  }

  /** Whether a condition looks at what is joined. */
  private boolean isFiltered(KeyRange range, Sql filters) {
    String conditions = range.condition().text() + filters.text();
    return JOINED
        .matcher(joins)
        .results()
        .map(joined -> Pattern.compile("\\b" + joined.group(1) + "\\."))
        .anyMatch(alias -> alias.matcher(conditions).find());
  }

  private Placed<T> placed(KeyRange range, ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < range.key().size(); i++) {
      key.add(range.key().get(i).read(row, LABEL + i));
    }
    return new Placed<>(mapper.map(row), key);
  }
}
