package app.upline.testing;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the database goes about a statement. */
@Singleton
public class StatementPlan {

  /** The whole table, and the whole of an index. */
  private static final Set<String> SCANS = Set.of("ALL", "index");

  private final Database database;
  private final TestUsers crowd;

  StatementPlan(Database database, TestUsers crowd) {
    this.database = database;
    this.crowd = crowd;
  }

  /** Brings the statistics up to date, as the server does by itself after a while. */
  public void analyze() {
    List<String> tables =
        database.reading(
            () ->
                database.query(
                    Sql.of(
                        "select table_name from information_schema.tables where table_schema ="
                            + " database()"),
                    row -> row.getString(1)));
    tables.forEach(
        table ->
            database.reading(
                () -> database.query(Sql.of("analyze table " + table), row -> row.getString(1))));
  }

  /** Each step of the plan that would cost more in a larger table. */
  public List<String> complaints(String statement) {
    return database.reading(
        () ->
            database
                .query(Sql.of("explain format=traditional " + statement), StatementPlan::complaint)
                .stream()
                .filter(Objects::nonNull)
                .toList());
  }

  /**
   * How many rows of tables and indexes the server looks at. MySQL counts what it reads of its own
   * dictionary too, when it opens a table that left its cache; so the statement's tables are opened
   * before the count begins.
   */
  public int rowsRead(String statement) {
    return database.reading(
        () -> {
          database.query(Sql.of("explain " + statement), row -> row.getString(1));
          return rowsReadBy(() -> database.query(Sql.of(statement), row -> row.getString(1)));
        });
  }

  /** The same of what is done in a transaction that is open; its tables are open by then, too. */
  public int rowsReadBy(Runnable statements) {
    int nothing = -handlerReads() + handlerReads();
    int before = handlerReads();
    statements.run();
    return handlerReads() - before - nothing;
  }

  private int handlerReads() {
    return database
        .query(Sql.of("show session status like 'Handler_read%'"), row -> row.getInt("Value"))
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static @Nullable String complaint(ResultSet row) throws SQLException {
    String table = row.getString("table");
    String type = row.getString("type");
    String extra = String.valueOf(row.getString("Extra"));
    boolean scan = type != null && SCANS.contains(type);
    boolean sorted = extra.contains("filesort") || extra.contains("temporary");
    return scan || sorted ? "%s: %s, %s".formatted(table, type, extra) : null;
  }
}
