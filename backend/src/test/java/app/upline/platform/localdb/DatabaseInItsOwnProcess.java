package app.upline.platform.localdb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** A database server beside the service, to be killed and started again at the same address. */
public final class DatabaseInItsOwnProcess implements AutoCloseable {
  private final LocalDatabaseSettings settings;
  private LocalDatabase database;

  private DatabaseInItsOwnProcess(LocalDatabaseSettings settings) {
    this.settings = settings;
    this.database = LocalDatabase.start(settings);
  }

  public static DatabaseInItsOwnProcess start(Path folder) throws IOException {
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
        "DATASOURCES_DEFAULT_PASSWORD", database.password());
  }

  /** Ends the server as a power cut would. */
  public void kill() {
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
        .filter(process -> runsIn(process, settings.folder()))
        .forEach(ProcessHandle::destroyForcibly);
    database.close();
  }

  public void startAgain() {
    database = LocalDatabase.start(settings);
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
