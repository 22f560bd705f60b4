package app.upline.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.local.LocalDatabase;
import app.upline.local.LocalDatabaseSettings;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of large tables take their time, and others may write meanwhile. */
@Tag("engine")
class LargeMigrationTest {
  private final AtomicInteger changed = new AtomicInteger();
  private LocalDatabase database;

  @BeforeEach
  void start() {
    database =
        LocalDatabase.start(
            new LocalDatabaseSettings(Path.of("target/large-migration-database"), 0, true, false));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void rowsThatComeWhileAllAreBroughtIntoFormAreBroughtIntoItToo() throws SQLException {
    AtomicInteger coming = new AtomicInteger(3);

    migrate(writtenBehind(coming));

    assertThat(coming).hasValue(0);
    assertThat(answer("select group_concat(seen order by id) from held")).isEqualTo("1,2,2,2");
  }

  @Test
  void whatFailedBecauseOfSuchRowsPassesAtTheNextStart() throws SQLException {
    DataSource neverQuiet = writtenBehind(new AtomicInteger(Integer.MAX_VALUE));
    assertThatThrownBy(() -> migrate(neverQuiet)).isInstanceOf(FlywayException.class);

    migrate(writtenBehind(new AtomicInteger()));

    assertThat(answer("select count(*) from held where seen is null")).isEqualTo("0");
    assertThat(answer("select count(*) from flyway_schema_history where success = 1"))
        .isEqualTo("1");
  }

  @Test
  void oneAccountForEverythingWaitsForAChangeLongerThanARequestMay() throws SQLException {
    DatasourceConfiguration requests = new DatasourceConfiguration("default");
    requests.setUrl(database.url());
    requests.setUsername(database.owner().username());
    requests.setPassword(database.owner().password());
    requests.addDataSourceProperty("socketTimeout", "1000");
    try (HikariDataSource pool = new HikariDataSource(requests)) {
      var flyway = Flyway.configure().dataSource(pool).locations("classpath:migration/slow");
      new MigrationByItsOwnAccount(requests, List.of(), List.of(), false, "")
          .customizeFluentConfiguration(flyway);

      flyway.javaMigrations().load().migrate();
    }
    assertThat(answer("select count(*) from slow")).isEqualTo("0");
  }

  private static void migrate(DataSource source) {
    MigrationByItsOwnAccount.resumable(
            Flyway.configure().dataSource(source).locations("classpath:migration/held"))
        .javaMigrations()
        .load()
        .migrate();
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.owner().username(), database.owner().password());
  }

  private String answer(String query) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Writes a row after each change of rows, as often as is said. */
  private DataSource writtenBehind(AtomicInteger coming) {
    return proxy(DataSource.class, this, (method, answer) -> watched(open(), coming));
  }

  private Connection watched(Connection connection, AtomicInteger coming) {
    return proxy(
        Connection.class,
        connection,
        (method, answer) -> {
          if (method.equals("commit") && changed.getAndSet(0) > 0 && coming.get() > 0) {
            coming.decrementAndGet();
            write();
          }
          return answer instanceof Statement statement && method.equals("createStatement")
              ? counted(statement)
              : answer;
        });
  }

  private Statement counted(Statement statement) {
    return proxy(
        Statement.class,
        statement,
        (method, answer) -> {
          if (method.equals("getUpdateCount") && answer instanceof Integer rows && rows > 0) {
            changed.addAndGet(rows);
          }
          return answer;
        });
  }

  private void write() throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into held (began) values (2)");
    }
  }

  private interface Then {
    Object answer(String method, Object answer) throws SQLException;
  }

  @SuppressWarnings("unchecked")
  private static <T> T proxy(Class<T> type, Object target, Then then) {
    return (T)
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                Object answer = type.isInstance(target) ? method.invoke(target, arguments) : null;
                return then.answer(method.getName(), answer);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
