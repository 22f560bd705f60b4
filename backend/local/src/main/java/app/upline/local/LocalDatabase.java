package app.upline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A running local database: its address and its two accounts. Closing it stops the server. */
public final class LocalDatabase implements AutoCloseable {
  /** A first start on a machine that is busy with something else was seen to take a minute. */
  private static final Duration TIME_TO_START = Duration.ofSeconds(300);

  private static final String URL =
      "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&connectionTimeZone=UTC"
          + "&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true";

  /** What MySQL 8.4 has by default, so that a slack query is found here and not in production. */
  private static final String SQL_MODE =
      "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
          + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

  private final DataFolder folder;
  private final WatchedServer server;
  private final String url;
  private final String password;
  private final String ownerPassword;

  private LocalDatabase(
      DataFolder folder, WatchedServer server, String url, String password, String ownerPassword) {
    this.folder = folder;
    this.server = server;
    this.url = url;
    this.password = password;
    this.ownerPassword = ownerPassword;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws DataFolderInUseException when another process owns the folder
   * @throws LocalDatabaseFailure when the server cannot be set up or does not answer in time
   */
  public static LocalDatabase start(LocalDatabaseSettings settings) {
    DataFolder folder = DataFolder.own(settings.folder());
    try {
      return startIn(folder, settings);
    } catch (IOException e) {
      folder.close();
      throw new LocalDatabaseFailure(
          "The local database did not start: %s.".formatted(e.getMessage()), e);
    } catch (InterruptedException e) {
      folder.close();
      Thread.currentThread().interrupt();
      throw new LocalDatabaseFailure("The start of the local database was broken off.", e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static LocalDatabase startIn(DataFolder folder, LocalDatabaseSettings settings)
      throws IOException, InterruptedException {
    WatchedServer.awaitEndOfFormer(folder);
    ServerBinaries binaries = ServerBinaries.find(folder.root());
    ServerSetUp.once(folder, binaries);
    String password = folder.password();
    String ownerPassword = folder.ownerPassword();
    folder.writePrivately(
        folder.openingStatements(),
        OpeningStatements.text(password, ownerPassword, settings.freshSchema()));
    int port = settings.port() == 0 ? freePort() : settings.port();
    WatchedServer server =
        WatchedServer.start(command(binaries, folder, port, settings.durable()), folder);
    String url = URL.formatted(port, OpeningStatements.SCHEMA);
    try {
      awaitAnswer(server, url, password, folder);
    } catch (LocalDatabaseFailure | InterruptedException e) {
      server.close();
      throw e;
    }
    Files.deleteIfExists(folder.openingStatements());
    return new LocalDatabase(folder, server, url, password, ownerPassword);
  }

  public String url() {
    return url;
  }

  public String username() {
    return OpeningStatements.USERNAME;
  }

  public String password() {
    return password;
  }

  /** The account that may change the schema, and what the application's may not. */
  public Account owner() {
    return new Account(OpeningStatements.OWNER, ownerPassword);
  }

  @Override
  public void close() {
    server.close();
    folder.close();
  }

  private static List<String> command(
      ServerBinaries binaries, DataFolder folder, int port, boolean durable) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(binaries.server().toString());
    command.add("--no-defaults");
    command.add("--datadir=" + folder.tables());
    command.add("--tmpdir=" + folder.temporary());
    command.add("--basedir=" + binaries.home());
    binaries.messages().ifPresent(path -> command.add("--lc-messages-dir=" + path));
    command.add("--pid-file=" + folder.tables().resolve("mariadbd.pid"));
    command.add("--init-file=" + folder.openingStatements());
    // No Unix socket: one way in, and no limit on the length of the folder's name.
    command.addAll(List.of("--socket=", "--bind-address=127.0.0.1", "--skip-name-resolve"));
    command.add("--port=" + port);
    // Nothing leaves this machine, and making a certificate takes two seconds at every start.
    command.add("--skip-ssl");
    command.add("--character-set-server=utf8mb4");
    command.add("--collation-server=utf8mb4_unicode_520_ci");
    command.add("--sql-mode=" + SQL_MODE);
    command.add("--default-time-zone=+00:00");
    command.add("--innodb-flush-log-at-trx-commit=" + (durable ? 1 : 0));
    // As newer servers have it by default: the application has to say that it wants none of it.
    command.add("--innodb-snapshot-isolation=ON");
    command.addAll(List.of("--innodb-buffer-pool-size=128M", "--max-allowed-packet=64M"));
    if (WatchedServer.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitAnswer(
      WatchedServer server, String url, String password, DataFolder folder)
      throws InterruptedException {
    long deadline = System.nanoTime() + TIME_TO_START.toNanos();
    while (!answers(url, password)) {
      if (!server.isRunning() || System.nanoTime() > deadline) {
        throw new LocalDatabaseFailure(
            "The local database did not start: see %s.".formatted(folder.log()));
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(String url, String password) {
    try (Connection connection =
        DriverManager.getConnection(url, OpeningStatements.USERNAME, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
