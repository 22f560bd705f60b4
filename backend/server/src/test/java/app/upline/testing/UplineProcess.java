package app.upline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Upline in a process of its own, as {@code make run} starts it, to be stopped or killed. */
public final class UplineProcess implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PAUSE = 100;
  private static final String LOG = "upline.log";

  private final Path folder;
  private final Map<String, String> environment;
  private final List<String> command;
  private final int port;
  private Process process;

  private UplineProcess(
      Path folder, Map<String, String> environment, List<String> command, int port) {
    this.folder = folder;
    this.environment = environment;
    this.command = command;
    this.port = port;
  }

  /**
   * Starts on a free port and waits until it is ready.
   *
   * @param folder for its data and its log
   * @param environment beyond what {@code make run} sets
   */
  public static UplineProcess start(Path folder, Map<String, String> environment) {
    return start(folder, environment, "512m");
  }

  /**
   * The same with another heap.
   *
   * @param heap how large it may be, such as {@code 256m}
   */
  public static UplineProcess start(Path folder, Map<String, String> environment, String heap) {
    return start(folder, environment, ofClasses(heap));
  }

  /**
   * The same of another program than the classes at hand, such as the one that is delivered.
   *
   * @param command with its arguments
   */
  public static UplineProcess start(
      Path folder, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(folder);
      forget(folder.resolve("data/database"));
      forget(folder.resolve("data/mail"));
      Files.deleteIfExists(folder.resolve(LOG));
      UplineProcess upline = new UplineProcess(folder, environment, command, freePort());
      upline.startAgain();
      return upline;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The data of an earlier run; the database's program beside it is kept. */
  public static void forget(Path data) throws IOException {
    if (Files.exists(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Starts once more on the same data and port. */
  public void startAgain() {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    Map<String, String> variables = new HashMap<>(environment);
    variables.putIfAbsent("MICRONAUT_ENVIRONMENTS", "local");
    variables.putIfAbsent("UPLINE_DATA_DIR", folder.resolve("data").toString());
    variables.put("UPLINE_PORT", String.valueOf(port));
    builder.environment().putAll(variables);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitReady();
  }

  public URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** The process itself, to be looked at. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly();
    join();
  }

  /** What the operating system knows it by. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to stop. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for its end and answers its exit code. */
  public int join() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("It does not end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What it has printed so far. */
  public String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The status of its readiness; 0 when it does not answer. */
  public int readiness() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(url("/health/readiness")).timeout(Duration.ofSeconds(30)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      terminate();
      join();
    }
  }

  private void awaitReady() {
    Instant end = Instant.now().plus(PATIENCE);
    while (readiness() != 200) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("It does not start:\n" + output());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** By the plain compiler: what starts so often is not optimized either. */
  private static List<String> ofClasses(String heap) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap,
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:TieredStopAtLevel=1",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath(),
        "app.upline.Application");
  }

  /** What the tests run on, without the tests' own settings. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    return String.join(
        separator,
        List.of(System.getProperty("java.class.path").split(separator)).stream()
            .filter(entry -> !entry.endsWith("test-classes"))
            .toList());
  }

  private Path log() {
    return folder.resolve(LOG);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
