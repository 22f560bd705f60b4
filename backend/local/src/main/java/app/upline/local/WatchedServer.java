package app.upline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process that ends when this JVM does, even by {@code kill -9}. Between the two stands a
 * shell that reads a pipe from the JVM: when the pipe ends, for whatever reason, it tells the
 * server to shut down in good order.
 */
final class WatchedServer implements AutoCloseable {
  private static final int SECONDS_TO_STOP = 30;

  /** How long a server whose JVM was killed gets to end by itself before it is told to. */
  private static final int SECONDS_OF_GRACE = 5;

  /**
   * The first argument is the file for the process id, the rest the server's command line. Signals
   * of the terminal are ignored (also by the server, which inherits that): Ctrl-C reaches the JVM
   * too, and the server must outlive the JVM's own last writes.
   */
  private static final String WATCHDOG =
      """
      trap '' INT QUIT HUP
      pid_file=$1
      shift
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      echo "$server" >"$pid_file"
      ( while read -r _ <&3; do :; done; kill -TERM "$server" ) &
      reader=$!
      wait "$server"
      status=$?
      kill "$reader" 2>/dev/null
      exit "$status"
      """;

  private final Process watchdog;
  private final Path processId;

  private WatchedServer(Process watchdog, Path processId) {
    this.watchdog = watchdog;
    this.processId = processId;
  }

  static WatchedServer start(List<String> serverCommand, DataFolder folder) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("/bin/sh", "-c", WATCHDOG, "upline-watchdog", folder.processId().toString()));
    command.addAll(serverCommand);
    Process watchdog =
        new ProcessBuilder(command)
            .directory(folder.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.log().toFile())
            .start();
    return new WatchedServer(watchdog, folder.processId());
  }

  /**
   * Waits for the server of an earlier, killed JVM to end, and ends it if it does not: its watchdog
   * may have been killed too.
   */
  static void awaitEndOfFormer(DataFolder folder) throws IOException, InterruptedException {
    Optional<ProcessHandle> former = serverOf(folder.processId(), folder.tables());
    if (former.isPresent()) {
      end(former.get());
    }
    Files.deleteIfExists(folder.processId());
  }

  boolean isRunning() {
    return watchdog.isAlive();
  }

  /** Shuts the server down in good order and waits for it. */
  @Override
  public void close() {
    try {
      watchdog.getOutputStream().close();
      if (!watchdog.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
        watchdog.destroyForcibly();
      }
      Files.deleteIfExists(processId);
    } catch (IOException e) {
      // Closing a pipe to a process that is gone; nothing is left to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** MariaDB refuses to run as root unless it is told to in so many words. */
  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<ProcessHandle> serverOf(Path processId, Path tables) throws IOException {
    if (!Files.exists(processId)) {
      return Optional.empty();
    }
    String number = Files.readString(processId).strip();
    if (!number.matches("\\d{1,10}")) {
      return Optional.empty();
    }
    // The number may long since belong to something else: only a server on our tables is ours.
    return ProcessHandle.of(Long.parseLong(number))
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .filter(arguments -> List.of(arguments).contains("--datadir=" + tables))
                    .isPresent());
  }

  private static void end(ProcessHandle server) throws InterruptedException {
    if (!endedWithin(SECONDS_OF_GRACE, server)) {
      server.destroy();
      if (!endedWithin(SECONDS_TO_STOP, server)) {
        server.destroyForcibly();
        endedWithin(SECONDS_TO_STOP, server);
      }
    }
  }

  private static boolean endedWithin(int seconds, ProcessHandle process)
      throws InterruptedException {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
