package app.upline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * {@code make load}: how long a carrier waits for a page of what was disclosed to it, alone and
 * while another organization uploads or downloads as much as it can. Times of one machine mean
 * nothing on another, so what counts is the ratio. Not a test: its name keeps it out of {@code make
 * test}.
 */
class LoadBench {

  private static final int ROWS = Integer.getInteger("upline.load.rows", 20_000);
  private static final int DISCLOSED = 500;
  private static final Duration PHASE =
      Duration.ofSeconds(Integer.getInteger("upline.load.seconds", 60));
  private static final Path FOLDER = Path.of("target/load");
  private static final String PAGE = "/v1/disclosed-relationships?limit=20";
  private UplineProcess upline;
  private Client reader;

  @Test
  void anotherCarrierWhileOneAgencyUploadsAndDownloads() throws Exception {
    Map<String, String> settings =
        Map.of(
            // Uploaders wait, so that there is always as much under way as the line says.
            "UPLINE_UPLOADS_WAITED_FOR_BYTES", "10485760");
    try (UplineProcess process = MeasuredProgram.start(FOLDER, settings)) {
      upline = process;
      disclose();
      reader = new Client(upline, "analyst@summitpeak.example");
      Client reporter = new Client(upline, "reporter@bluemesa.example");
      byte[] workbook = RegisterWorkbook.of(ROWS);
      measured("warm", 0, () -> 0, 0);
      upload(reporter, workbook, "DRY_RUN");

      System.out.printf(
          "%n%-24s %8s %8s %8s %8s %8s  %s%n",
          "", "requests", "p50 ms", "p99 ms", "p99 :", "MB", "answers to the others");
      double alone = measured("alone", 0, () -> 0, 0);
      for (int many : new int[] {1, 4, 12}) {
        measured(many + " uploads", many, () -> upload(reporter, workbook, "DRY_RUN"), alone);
      }
      long begun = System.nanoTime();
      assertThat(upload(reporter, workbook, "COMMIT")).isEqualTo(201);
      System.out.printf(
          "%-24s %d ms%n", "one upload, written", (System.nanoTime() - begun) / 1_000_000);
      measured(
          "10 exports",
          10,
          () -> patient(reporter.download("/v1/relationships/export?format=XLSX")),
          alone);
    }
  }

  /** So that the carrier has pages to read. */
  private void disclose() throws IOException {
    Client reporter = new Client(upline, "reporter@harborline.example");
    assertThat(upload(reporter, RegisterWorkbook.of(DISCLOSED), "COMMIT")).isEqualTo(201);
    String carriers = reporter.get("/v1/carriers").body();
    String name = "\"name\":\"Summit Peak";
    String before = carriers.substring(0, carriers.indexOf(name));
    String carrier = before.substring(before.lastIndexOf("\"id\":\"") + 6).substring(0, 36);
    String draft =
        Client.idOf(reporter.post("/v1/submissions", "{\"carrierId\": \"" + carrier + "\"}"));
    HttpResponse<String> policies = reporter.get("/v1/carriers/" + carrier + "/policies");
    String wording = policies.body().split("\"attestationVersion\":\"")[1].split("\"")[0];
    HttpResponse<String> submitted =
        new Client(upline, "attester@harborline.example")
            .post(
                "/v1/submissions/" + draft + "/submit",
                "{\"wordingVersion\": \"%s\", \"title\": \"Officer\", \"accepted\": true, \"lateReason\": \"A bench\"}"
                    .formatted(wording),
                "If-Match",
                "\"1\"");
    assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
  }

  private static int upload(Client reporter, byte[] workbook, String mode) {
    return patient(reporter.upload(workbook, mode));
  }

  /** Waits as long as it was told to. */
  private static int patient(HttpResponse<?> answer) {
    answer.headers().firstValueAsLong("Retry-After").ifPresent(LoadBench::sleep);
    return answer.statusCode();
  }

  /** The reader's p99 while so many others work without a pause. */
  private double measured(String name, int many, IntSupplier work, double alone)
      throws InterruptedException {
    List<Long> times = new ArrayList<>();
    SortedMap<Integer, Integer> answers = new TreeMap<>();
    long resident = 0;
    long end = System.nanoTime() + PHASE.toNanos() / (name.equals("warm") ? 4 : 1);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        others.submit(
            () -> {
              while (System.nanoTime() < end) {
                int status = work.getAsInt();
                synchronized (answers) {
                  answers.merge(status, 1, Integer::sum);
                }
              }
            });
      }
      while (System.nanoTime() < end) {
        long begun = System.nanoTime();
        int status = reader.get(PAGE).statusCode();
        times.add(System.nanoTime() - begun);
        if (status != 200) {
          answers.merge(-status, 1, Integer::sum);
        }
        resident = Math.max(resident, new ProcessStatus(upline.pid()).residentMegabytes());
        Thread.sleep(20);
      }
    }
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    double p99 = sorted[sorted.length * 99 / 100] / 1e6;
    if (!name.equals("warm")) {
      System.out.printf(
          "%-24s %8d %8.0f %8.0f %8s %8d  %s%n",
          name,
          sorted.length,
          sorted[sorted.length / 2] / 1e6,
          p99,
          alone == 0 ? "" : "%.1f".formatted(p99 / alone),
          resident,
          answers);
    }
    return p99;
  }

  private static void sleep(long seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
