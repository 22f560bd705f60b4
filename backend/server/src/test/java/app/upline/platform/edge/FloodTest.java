package app.upline.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.RawClient;
import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thousand clients that ask for much, again and again, and read nothing, of a service with 256 MB
 * of heap: everybody else is served meanwhile, memory stays where it was, and nothing is left when
 * they go.
 */
@Tag("engine")
@Tag("embedded")
class FloodTest {
  private static final int MANY = 1_000;
  private static final int EACH = 30;
  private static final int OTHERS = 100;
  private static final long MOST_MORE = 192L << 20;
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** Kept between runs, since it holds the database's program. */
  private static final Path FOLDER = Path.of("target/flood");

  private static UplineProcess upline;
  private static String reporter;
  private static String analyst;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void start() throws Exception {
    upline = UplineProcess.start(FOLDER, Map.of("UPLINE_HTTP_READER_PATIENCE", "5m"), "256m");
    reporter = signIn("reporter@harborline.example");
    analyst = signIn("analyst@summitpeak.example");
  }

  private static String signIn(String email) throws Exception {
    HttpResponse<String> session =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(upline.url("/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"email\": \"%s\", \"password\": \"demo-only-on-this-machine\"}"
                                .formatted(email)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(session.body());
    assertThat(found.find()).as(session.body()).isTrue();
    return found.group(1);
  }

  @AfterAll
  static void stop() {
    upline.close();
  }

  @Test
  void strangersWhoAskForTheContractAndNeverReadItHoldUpNobody() throws Exception {
    flood(
        "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /docs/scalar.js HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void anAgencyThatAsksForListsAndFilesAndNeverReadsThemHoldsUpNobodyElse() throws Exception {
    flood(asReporter("/v1/code-lists"), asReporter("/v1/relationships/export?format=CSV"));
  }

  @Test
  void strangersWhoSendMuchAtOnceHoldUpNobody() throws Exception {
    String head =
        "POST /v1/sessions HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: 9000000\r\n\r\n"
            + "{\"a\":\"";
    flood(head + "a".repeat(1 << 20));
  }

  private static String asReporter(String path) {
    return "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, reporter);
  }

  private void flood(String... requests) throws Exception {
    List<Long> alone = serveOthers();
    long before = resident();
    long openBefore = openFiles();
    List<RawClient> clients = new ArrayList<>();
    byte[][] bytes =
        Stream.of(requests)
            .map(request -> request.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    long most = 0;
    List<Long> meanwhile;
    try {
      for (int i = 0; i < MANY; i++) {
        RawClient client = new RawClient("localhost", upline.url("/").getPort());
        clients.add(client);
        byte[] request = bytes[i % bytes.length];
        Thread.ofVirtual().start(() -> sendWhileItIsTaken(client, request));
      }
      meanwhile = serveOthers();
      most = resident();
      meanwhile.addAll(serveOthers());
      most = Math.max(most, resident());
    } finally {
      for (RawClient client : clients) {
        client.close();
      }
    }
    List<Long> afterwards = serveOthers();
    awaitOpenFiles(openBefore + OTHERS / 2);
    System.out.printf(
        "%d clients: p99 of others %d ms before, %d ms meanwhile, %d ms afterwards; memory %d MB"
            + " before, %d MB meanwhile, %d MB afterwards%n",
        MANY,
        p99(alone),
        p99(meanwhile),
        p99(afterwards),
        before >> 20,
        most >> 20,
        resident() >> 20);
    assertThat(upline.output()).doesNotContain("OutOfMemoryError", "OutOfDirectMemoryError");
    assertThat(most - before).as("bytes of memory more").isLessThan(MOST_MORE);
  }

  private static void sendWhileItIsTaken(RawClient client, byte[] request) {
    try {
      for (int i = 0; i < EACH; i++) {
        client.send(request);
      }
    } catch (IOException e) {
      // It was cut off, or has left.
    }
  }

  /** How long each request of other callers took, all of which must be served. */
  private List<Long> serveOthers() throws Exception {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      URI uri =
          upline.url(
              switch (i % 4) {
                case 0 -> "/health/liveness";
                case 1 -> "/v1/me";
                case 2 -> "/openapi.yaml";
                default -> "/v1/disclosed-relationships?limit=20";
              });
      long begin = System.nanoTime();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + analyst).build(),
              HttpResponse.BodyHandlers.ofString());
      times.add((System.nanoTime() - begin) / 1_000_000);
      assertThat(answer.statusCode()).as(uri + answer.body()).isEqualTo(200);
    }
    return times;
  }

  private static long p99(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() * 99 / 100);
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/" + upline.handle().pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    Matcher found = RESIDENT.matcher(Files.readString(status));
    return found.find() ? Long.parseLong(found.group(1)) << 10 : 0;
  }

  private static long openFiles() throws IOException {
    Path files = Path.of("/proc/" + upline.handle().pid() + "/fd");
    if (!Files.exists(files)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(files)) {
      return all.count();
    }
  }

  private static void awaitOpenFiles(long most) throws Exception {
    while (openFiles() > most) {
      Thread.sleep(50);
    }
  }
}
