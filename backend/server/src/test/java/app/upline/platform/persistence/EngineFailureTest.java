package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.upline.testing.OwnSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What passes by itself is known as such by what the server that the tests run on says of it, and
 * not by what a manual says: both engines have codes of their own.
 */
@Tag("engine")
class EngineFailureTest {
  private static OwnSchema schema;

  @BeforeAll
  static void makeATable() throws SQLException {
    schema = OwnSchema.empty("failures");
    try (Connection connection = schema.open()) {
      run(connection, "create table held (id int primary key, n int not null)");
      run(connection, "insert into held values (1, 0)");
    }
  }

  @AfterAll
  static void drop() {
    schema.close();
  }

  @BeforeEach
  void nothingIsHeld() throws SQLException {
    try (Connection connection = schema.open()) {
      run(connection, "update held set n = 0");
    }
  }

  @Test
  void aLockThatWasWaitedForInVainIsAConflict() throws SQLException {
    try (Connection holder = holding();
        Connection waiting = transaction()) {
      run(waiting, "set session innodb_lock_wait_timeout = 1");
      assertThat(failure(waiting, "update held set n = n + 1")).isEqualTo(DatabaseFailure.CONFLICT);
      holder.rollback();
    }
  }

  @Test
  void aLockThatIsNotToBeWaitedForIsAConflict() throws SQLException {
    try (Connection holder = holding();
        Connection impatient = transaction()) {
      assertThat(failure(impatient, "select n from held where id = 1 for update nowait"))
          .isEqualTo(DatabaseFailure.CONFLICT);
      holder.rollback();
    }
  }

  /** Of MariaDB alone, and only where it is switched on: to MySQL the switch is a comment. */
  @Test
  void aRowThatWasChangedSinceTheFirstLookIsAConflictOrIsTakenAsItIs() throws SQLException {
    try (Connection late = transaction();
        Connection other = schema.open()) {
      run(late, "set /*M!110402 session innodb_snapshot_isolation = on, */ @nothing = 0");
      run(late, "select n from held");
      run(other, "update held set n = n + 1");
      if (isMariaDb(late)) {
        assertThat(failure(late, "update held set n = n + 1")).isEqualTo(DatabaseFailure.CONFLICT);
      } else {
        run(late, "update held set n = n + 1");
      }
      late.rollback();
    }
  }

  @Test
  void aTableThatWasMadeAnewSinceTheFirstLookIsAConflict() throws SQLException {
    try (Connection late = transaction();
        Connection other = schema.open()) {
      run(other, "create table made_anew (id int primary key, n int)");
      run(late, "select n from held");
      run(other, "alter table made_anew modify n bigint");
      assertThat(failure(late, "select n from made_anew")).isEqualTo(DatabaseFailure.CONFLICT);
      late.rollback();
      run(other, "drop table made_anew");
    }
  }

  @Test
  void aTransactionThatMayOnlyReadIsReadOnly() throws SQLException {
    try (Connection reading = schema.open()) {
      run(reading, "start transaction read only");
      assertThat(failure(reading, "update held set n = 1")).isEqualTo(DatabaseFailure.READ_ONLY);
    }
  }

  @Test
  void aStatementThatTookTooLongIsGivenUpForNow() throws SQLException {
    try (Connection slow = schema.open()) {
      run(
          slow,
          isMariaDb(slow)
              ? "set session max_statement_time = 0.1"
              : "set session max_execution_time = 100");
      assertThat(failure(slow, "select count(*) from held a where sleep(2) = 0 or a.n > 1"))
          .isEqualTo(DatabaseFailure.UNREACHABLE);
    }
  }

  @Test
  void aStatementThatSomebodyEndedIsGivenUpForNow() throws Exception {
    assertThat(killed("kill query ")).isEqualTo(DatabaseFailure.UNREACHABLE);
  }

  @Test
  void aConnectionThatSomebodyEndedInMidStatementIsGivenUpForNow() throws Exception {
    assertThat(killed("kill connection ")).isEqualTo(DatabaseFailure.UNREACHABLE);
  }

  @Test
  void aConnectionThatTheServerEndedForIdlenessIsGivenUpForNow() throws Exception {
    try (Connection idle = schema.open()) {
      run(idle, "set session wait_timeout = 1");
      Thread.sleep(2_500);
      assertThat(failure(idle, "select n from held")).isEqualTo(DatabaseFailure.UNREACHABLE);
    }
  }

  private static DatabaseFailure killed(String kill) throws Exception {
    try (Connection working = schema.open();
        Connection operator = schema.open()) {
      run(working, "set session innodb_lock_wait_timeout = 60");
      try (Connection holder = holding()) {
        String id = answer(working, "select connection_id()");
        CompletableFuture<DatabaseFailure> ended =
            CompletableFuture.supplyAsync(() -> failure(working, "update held set n = n + 1"));
        awaitStatement(operator, id);
        run(operator, kill + id);
        DatabaseFailure failure = ended.join();
        holder.rollback();
        return failure;
      }
    }
  }

  private static void awaitStatement(Connection operator, String id) throws Exception {
    String statements =
        "select count(*) from information_schema.processlist where info like 'update held%' and id"
            + " = "
            + id;
    while (answer(operator, statements).equals("0")) {
      Thread.sleep(20);
    }
  }

  private static Connection transaction() throws SQLException {
    Connection connection = schema.open();
    connection.setAutoCommit(false);
    return connection;
  }

  private static Connection holding() throws SQLException {
    Connection connection = transaction();
    run(connection, "update held set n = n + 1");
    return connection;
  }

  private static boolean isMariaDb(Connection connection) throws SQLException {
    return answer(connection, "select version()").contains("MariaDB");
  }

  /** Which failure it is; that there is one is asserted here. */
  private static DatabaseFailure failure(Connection connection, String sql) {
    Throwable met = catchThrowable(() -> run(connection, sql));
    assertThat(met).as(sql).isInstanceOf(SQLException.class);
    return DatabaseFailure.of(met)
        .orElseThrow(() -> new AssertionError(((SQLException) met).getErrorCode() + " " + met));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String answer(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
