package app.upline.platform.listing;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of a list. One key range drives each page; all other filters look at the rows that the
 * range yields. Called inside a transaction.
 */
public final class KeyedList<T> {

  private static final String LABEL = "list_key_";

  private final Database database;
  private final String columns;
  private final String joins;
  private final Database.Mapper<T> mapper;

  /**
   * @param columns what the mapper reads
   * @param joins what is joined to the range's tables for it; the range stays first
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
    return statement(wanted.toString(), range, filters, request);
  }

  private Sql statement(String wanted, KeyRange range, Sql filters, PageRequest request) {
    Sql sql = range.tables().with(joins).select(wanted).add("where").add(range.condition());
    range.continueAfter(sql, request);
    return sql.add(filters).add("order by " + range.order() + " limit ?", request.limit() + 1);
  }

  private Page.Total count(KeyRange range, Sql filters) {
    PageRequest all = PageRequest.first(Page.Total.CAP);
    Sql counting = Sql.of("select count(*) from (");
    counting.add(statement("1", range, filters, all)).add(") t");
    return Page.Total.of(database.first(counting, row -> row.getInt(1)).orElse(0));
  }

  private Placed<T> placed(KeyRange range, ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < range.key().size(); i++) {
      key.add(range.key().get(i).read(row, LABEL + i));
    }
    return new Placed<>(mapper.map(row), key);
  }
}
