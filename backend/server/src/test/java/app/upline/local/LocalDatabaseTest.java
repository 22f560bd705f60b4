package app.upline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@Tag("embedded")
class LocalDatabaseTest {
  /** With spaces, as people's folders have them. */
  private static final Path FOLDER = Path.of("target/local database test").toAbsolutePath();

  private static final LocalDatabaseSettings SETTINGS =
      new LocalDatabaseSettings(FOLDER, 0, false, true);
  private static final LocalDatabaseSettings FRESH =
      new LocalDatabaseSettings(FOLDER, 0, true, false);

  @BeforeAll
  static void nothingIsThereYet() throws IOException {
    Folders.delete(FOLDER);
  }

  @Test
  void theServerIsSetUpAsMySqlWouldBe() throws SQLException {
    try (LocalDatabase database = LocalDatabase.start(FRESH)) {
      assertThat(answer(database, "select @@collation_database"))
          .isEqualTo("utf8mb4_unicode_520_ci");
      assertThat(answer(database, "select @@time_zone")).isEqualTo("+00:00");
      assertThat(answer(database, "select @@sql_mode")).contains("STRICT_TRANS_TABLES");
      assertThat(answer(database, "select @@bind_address")).isEqualTo("127.0.0.1");
      assertThat(answer(database, "select @@tmpdir"))
          .isEqualTo(FOLDER.resolve("temporary").toString());
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    try (LocalDatabase database = LocalDatabase.start(FRESH)) {
      for (String name : List.of("app", "owner", "root", "", "someone")) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), name, ""))
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void aFreshSchemaForgetsTheLastRun() throws SQLException {
    try (LocalDatabase database = LocalDatabase.start(FRESH)) {
      execute(database, "create table left_over (id int)");
    }
    try (LocalDatabase database = LocalDatabase.start(FRESH)) {
      assertThat(
              answer(
                  database,
                  "select count(*) from information_schema.tables where table_schema = database()"))
          .isEqualTo("0");
    }
  }

  @Test
  void aTemporaryTableOutlivesTheStartOfAnotherServer() throws SQLException {
    LocalDatabaseSettings beside =
        new LocalDatabaseSettings(FOLDER.resolveSibling("local database beside"), 0, true, false);
    try (LocalDatabase database = LocalDatabase.start(FRESH);
        Connection connection =
            DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password());
        Statement statement = connection.createStatement()) {
      statement.execute("create temporary table work (id int) engine = Aria");
      statement.execute("insert into work values (1)");

      LocalDatabase.start(beside).close();

      statement.execute("alter table work add column more int");
      statement.execute("drop temporary table work");
      assertThat(answer(database, "select @@tmpdir")).startsWith(FOLDER.toString());
    }
  }

  @Test
  void aRowOutlivesTheKilledJvmAndTheServerDoesNot() throws Exception {
    LocalDatabase.start(FRESH).close();
    Process owner = ownerThatWroteItsRow();
    assertThat(servers()).hasSize(1);

    owner.destroyForcibly().waitFor();

    try (LocalDatabase database = LocalDatabase.start(SETTINGS)) {
      assertThat(answer(database, "select text from note")).isEqualTo("still here");
      assertThat(servers()).hasSize(1);
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void theServerEndsByItselfWhenItsJvmIsKilled() throws Exception {
    LocalDatabase.start(FRESH).close();
    Process owner = ownerThatWroteItsRow();

    owner.destroyForcibly().waitFor();

    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!servers().isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void aServerThatLostItsWatchdogDoesNotStopTheNextStart() throws Exception {
    LocalDatabase.start(FRESH).close();
    Process owner = ownerThatWroteItsRow();
    ProcessHandle server = servers().getFirst();

    server.parent().orElseThrow().destroyForcibly();
    owner
        .descendants()
        .filter(child -> !child.equals(server))
        .forEach(ProcessHandle::destroyForcibly);
    owner.destroyForcibly().waitFor();

    try (LocalDatabase database = LocalDatabase.start(SETTINGS)) {
      assertThat(answer(database, "select text from note")).isEqualTo("still here");
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void aSecondStartInTheSameFolderIsRefusedInOneSentence() throws Exception {
    LocalDatabase.start(FRESH).close();
    Process owner = ownerThatWroteItsRow();
    try {
      assertThatThrownBy(() -> LocalDatabase.start(SETTINGS))
          .isInstanceOf(DataFolderInUseException.class)
          .hasMessage(
              "The data folder %s is in use by another running Upline: stop that one, or choose"
                  + " another folder (DATA= for `make run`).",
              FOLDER);
    } finally {
      owner.destroyForcibly().waitFor();
    }
  }

  @Test
  void aBrokenOffSetUpIsDoneAgain() throws Exception {
    LocalDatabase.start(FRESH).close();
    Folders.delete(FOLDER.resolve("database"));
    Files.createDirectories(FOLDER.resolve("database.new/half-done"));

    try (LocalDatabase database = LocalDatabase.start(SETTINGS)) {
      assertThat(answer(database, "select 1")).isEqualTo("1");
    }
  }

  private static Process ownerThatWroteItsRow() throws IOException {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerOwner.class.getName(),
                FOLDER.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = owner.inputReader();
    String line = output.readLine();
    while (line != null && !line.equals(ServerOwner.READY)) {
      line = output.readLine();
    }
    assertThat(line).as("the other JVM's last line").isEqualTo(ServerOwner.READY);
    return owner;
  }

  /** Our server processes on this folder, the watchdogs left out. */
  private static List<ProcessHandle> servers() {
    String tables = "--datadir=" + FOLDER.resolve("database");
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
        .filter(
            process -> List.of(process.info().arguments().orElse(new String[0])).contains(tables))
        .toList();
  }

  private static String answer(LocalDatabase database, String query) throws SQLException {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void execute(LocalDatabase database, String command) throws SQLException {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Connection connection(LocalDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.owner().username(), database.owner().password());
  }
}
