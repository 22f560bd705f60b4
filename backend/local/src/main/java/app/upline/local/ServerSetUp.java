package app.upline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the empty data directory that a server needs before its first start. */
final class ServerSetUp {
  /**
   * It takes three seconds, and on a disk that is busy with something else was seen to take a
   * minute.
   */
  private static final int SECONDS_ALLOWED = 300;

  private ServerSetUp() {}

  static void once(DataFolder folder, ServerBinaries binaries)
      throws IOException, InterruptedException {
    if (Files.isDirectory(folder.tables())) {
      return;
    }
    Path draft = folder.root().resolve("database.new");
    Folders.delete(draft);
    Process process =
        new ProcessBuilder(command(binaries, draft))
            .directory(binaries.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.setUpLog().toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS_ALLOWED, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new LocalDatabaseFailure(
          "The local database could not be set up within %d seconds: see %s."
              .formatted(SECONDS_ALLOWED, folder.setUpLog()));
    }
    if (process.exitValue() != 0) {
      throw new LocalDatabaseFailure(
          "The local database could not be set up (exit code %d): see %s."
              .formatted(process.exitValue(), folder.setUpLog()));
    }
    // Renamed last: a directory under its final name was set up to the end.
    Files.move(draft, folder.tables(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> command(ServerBinaries binaries, Path tables) {
    List<String> command = new ArrayList<>();
    command.add(binaries.setUp().toString());
    command.add("--no-defaults");
    // The script trips over a folder with a space in its name, so it is shown relative ones only.
    command.add("--basedir=.");
    command.add("--datadir=" + binaries.home().relativize(tables));
    command.add("--skip-test-db");
    // The script then makes root accounts without a password; they are deleted before the server
    // listens for the first time (OpeningStatements).
    command.add("--auth-root-authentication-method=normal");
    if (WatchedServer.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }
}
