package app.upline.chaos;

import app.upline.local.DatabaseInItsOwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk in memory that a database's tables are moved to, with little space to spare. */
final class SmallDisk implements AutoCloseable {
  private static final long SPARE_KILOBYTES = 256 * 1024;

  private final Path place;
  private final DatabaseInItsOwnProcess database;

  private SmallDisk(Path place, DatabaseInItsOwnProcess database) {
    this.place = place;
    this.database = database;
  }

  /**
   * @throws IOException where nothing can be mounted, which takes the administrator's rights
   */
  static SmallDisk under(DatabaseInItsOwnProcess database)
      throws IOException, InterruptedException {
    Path tables = database.tables();
    Path aside = tables.resolveSibling("aside");
    database.stop();
    Files.move(tables, aside);
    Files.createDirectory(tables);
    String copy =
        "mount -t tmpfs -o size=$(($(du -sk \"$1\" | cut -f1) + %d))k tmpfs \"$2\" && cp -a \"$1/.\" \"$2/\""
            .formatted(SPARE_KILOBYTES);
    try {
      run(copy, aside, tables);
    } catch (IOException e) {
      Files.delete(tables);
      Files.move(aside, tables);
      database.startAgain();
      throw e;
    }
    run("rm -rf \"$1\"", aside);
    database.startAgain();
    return new SmallDisk(tables, database);
  }

  void fill() throws IOException, InterruptedException {
    run("cat /dev/zero > \"$1/filler\" 2>/dev/null || true", place);
  }

  void free() throws IOException {
    Files.delete(place.resolve("filler"));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    database.stop();
    run("umount \"$1\"", place);
  }

  private static void run(String script, Path... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[4 + arguments.length];
    command[0] = "/bin/sh";
    command[1] = "-c";
    command[2] = script;
    command[3] = "sh";
    for (int i = 0; i < arguments.length; i++) {
      command[4 + i] = arguments[i].toAbsolutePath().toString();
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(output.strip());
    }
  }
}
