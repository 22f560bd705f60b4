package app.upline.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.OwnSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A start that dies while it migrates is finished by the next one: after each statement that
 * changes rows, and after a fourth of those that change the schema ({@code -Dupline.cuts.every=1}
 * for all).
 */
@Tag("engine")
class BrokenOffMigrationTest {
  private static final String HISTORY = "flyway_schema_history";
  private static final int EVERY = Integer.getInteger("upline.cuts.every", 4);

  @Test
  void powerCutsBetweenStatementsLeaveTheSameSchemaAsNone() throws Exception {
    try (OwnSchema database = OwnSchema.empty("broken_off")) {
      Connections connections = new Connections(database);
      migrate(connections.plain());
      List<String> whole = schema(connections);
      database.clear();

      Set<String> seen = new HashSet<>();
      int cuts = 0;
      while (!migrateUntilCut(connections, seen)) {
        cuts++;
      }

      assertThat(cuts).as("statements after which the power was cut").isGreaterThan(20);
      assertThat(schema(connections)).isEqualTo(whole);
      assertThat(connections.strings("select count(*) from " + HISTORY + " where success = 0"))
          .containsExactly("0");
      assertThat(connections.strings("select count(*) from purge_lock")).containsExactly("1");
    }
  }

  /** Answers whether it came to its end. */
  private static boolean migrateUntilCut(Connections connections, Set<String> seen) {
    Cut cut = new Cut(seen);
    try {
      migrate(connections.cutBy(cut));
      return true;
    } catch (FlywayException e) {
      assertThat(cut.happened).as("%s", e).isTrue();
      return false;
    }
  }

  private static void migrate(DataSource source) {
    LaterMigrations.on(source).migrate();
  }

  private static List<String> schema(Connections connections) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String table :
        connections.strings(
            "select table_name from information_schema.tables where table_schema = database() order"
                + " by 1")) {
      if (!table.equals(HISTORY)) {
        parts.add(connections.definition(table));
      }
    }
    return parts;
  }

  /** The connection dies right after a statement that was never run before. */
  private static final class Cut {
    private final Set<String> seen;
    private boolean happened;

    Cut(Set<String> seen) {
      this.seen = seen;
    }

    void after(Connection connection, String sql) throws SQLException {
      String change = sql.replaceAll("(?m)^--.*$", "").strip().toLowerCase(Locale.ROOT);
      boolean ofRows = change.matches("(?s)(update|insert).*");
      boolean ofTheSchema = change.matches("(?s)(create|alter|drop|rename).*");
      boolean ofFlyway = change.contains(HISTORY) || change.contains("migration_step");
      boolean chosen = ofRows || (ofTheSchema && change.hashCode() % EVERY == 0);
      if (chosen && !ofFlyway && seen.add(change)) {
        happened = true;
        connection.abort(Runnable::run);
        throw new SQLNonTransientConnectionException("The power was cut");
      }
    }
  }

  private record Connections(OwnSchema database) {

    Connection open() throws SQLException {
      return database.open();
    }

    DataSource plain() {
      return source(null);
    }

    DataSource cutBy(Cut cut) {
      return source(cut);
    }

    private DataSource source(Cut cut) {
      return (DataSource)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getConnection")) {
                  return cut == null ? open() : watched(open(), cut);
                }
                throw new UnsupportedOperationException(method.getName());
              });
    }

    private static Connection watched(Connection connection, Cut cut) {
      return (Connection)
          proxy(
              Connection.class,
              connection,
              (name, answer, arguments) ->
                  name.equals("createStatement")
                      ? proxy(
                          Statement.class,
                          answer,
                          (called, result, sql) -> {
                            if (called.equals("execute")) {
                              cut.after(connection, (String) sql[0]);
                            }
                            return result;
                          })
                      : answer);
    }

    /** What becomes of a method's answer. */
    private interface Then {
      Object answer(String method, Object answer, Object[] arguments) throws SQLException;
    }

    private static Object proxy(Class<?> type, Object target, Then then) {
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> {
            try {
              return then.answer(method.getName(), method.invoke(target, arguments), arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    List<String> strings(String query) throws SQLException {
      List<String> values = new ArrayList<>();
      try (Connection connection = open();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }

    String definition(String table) throws SQLException {
      try (Connection connection = open();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("show create table `" + table + "`")) {
        row.next();
        return row.getString(2);
      }
    }
  }
}
