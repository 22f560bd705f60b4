package app.upline.local;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A database server beside the service, to be killed and started again at the same address. */
public final class DatabaseInItsOwnProcess implements AutoCloseable {
  private static final String OPERATOR = "operator";

  private final LocalDatabaseSettings settings;
  private LocalDatabase database;

  private DatabaseInItsOwnProcess(LocalDatabaseSettings settings) {
    this.settings = settings;
    this.database = LocalDatabase.start(settings);
  }

  public static DatabaseInItsOwnProcess start(Path folder) throws IOException {
    UplineProcess.forget(folder.resolve("database"));
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      return new DatabaseInItsOwnProcess(new LocalDatabaseSettings(folder, port, false, true));
    }
  }

  /** How a service finds it. */
  public Map<String, String> settings() {
    return Map.of(
        "DATASOURCES_DEFAULT_URL", database.url(),
        "DATASOURCES_DEFAULT_USERNAME", database.username(),
        "DATASOURCES_DEFAULT_PASSWORD", database.password(),
        "UPLINE_MIGRATION_USERNAME", database.owner().username(),
        "UPLINE_MIGRATION_PASSWORD", database.owner().password());
  }

  public int port() {
    return settings.port();
  }

  /** Where the server keeps its tables. */
  public Path tables() {
    return settings.folder().toAbsolutePath().normalize().resolve("database");
  }

  /** Ends the server in good order. */
  public void stop() {
    database.close();
  }

  /**
   * Makes an account that may change the server's own settings, which Upline's servers have none
   * of: by a start with nothing but the statement for it.
   */
  public void addOperator() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(server().info().command().orElseThrow()));
    command.addAll(List.of(server().info().arguments().orElseThrow()));
    stop();
    Path statement = settings.folder().toAbsolutePath().resolve("operator.sql");
    Files.writeString(
        statement,
        "GRANT ALL PRIVILEGES ON *.* TO '%s'@'127.0.0.1' IDENTIFIED BY '%s';%n"
            .formatted(OPERATOR, OPERATOR));
    command.replaceAll(
        option -> option.startsWith("--init-file=") ? "--init-file=" + statement : option);
    Process server =
        new ProcessBuilder(command)
            .directory(settings.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!operatorIsThere()) {
      if (!server.isAlive()) {
        throw new IllegalStateException("The server does not start: " + command);
      }
      Thread.sleep(100);
    }
    server.destroy();
    server.waitFor();
    startAgain();
  }

  /** Has the operator say something to the server. */
  public void asOperator(String statement) throws SQLException {
    try (Connection connection = operator();
        Statement said = connection.createStatement()) {
      said.execute(statement);
    }
  }

  private boolean operatorIsThere() {
    try (Connection connection = operator()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A connection of the operator, who was {@link #addOperator added}. */
  public Connection operator() throws SQLException {
    return DriverManager.getConnection(database.url(), OPERATOR, OPERATOR);
  }

  /** The server itself, to be looked at. */
  public ProcessHandle server() {
    return servers().findFirst().orElseThrow();
  }

  private Stream<ProcessHandle> servers() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
        .filter(process -> runsIn(process, settings.folder()));
  }

  /** Ends the server as a power cut would. */
  public void kill() {
    servers().forEach(ProcessHandle::destroyForcibly);
    database.close();
  }

  public void startAgain() {
    database = LocalDatabase.start(settings);
  }

  /** As whoever keeps a server running does where it ended by itself. */
  public void startAgainIfGone() {
    if (servers().findAny().isEmpty()) {
      database.close();
      startAgain();
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private static boolean runsIn(ProcessHandle process, Path folder) {
    return process
        .info()
        .commandLine()
        .orElse("")
        .contains(folder.toAbsolutePath().normalize().toString());
  }
}
