package app.upline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.UplineProcess;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server that is killed in the middle of an import, and what becomes of its key. */
class AfterACrashTest {
  private static final Path FOLDER = Path.of("target/after-a-crash");
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final int ROWS = 20_000;

  /** As long as a server may be silent. */
  private static final int LEASE = 18;

  private static final int IN_FLIGHT = 409;

  /**
   * So that the second request has its turn, and asks for the key, while the first is worked on;
   * and that the first waits for what becomes of its file.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "UPLINE_LONG_WORK_AT_ONCE",
          "2",
          "UPLINE_LONG_WORK_PER_ORGANIZATION",
          "2",
          "UPLINE_UPLOADS_WAITED_FOR_BYTES",
          "10485760");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void theSameImportIsTakenAsSoonAsRetryAfterSays() throws Exception {
    try (UplineProcess upline = UplineProcess.start(FOLDER, SETTINGS)) {
      HttpRequest request = keyed(upline, token(upline));
      CompletableFuture<HttpResponse<String>> one = send(request);
      CompletableFuture<HttpResponse<String>> other = send(request);
      // Whichever is refused, the other one has the key and is under way.
      CompletableFuture.anyOf(one, other).join();
      CompletableFuture<HttpResponse<String>> refused = one.isDone() ? one : other;
      CompletableFuture<HttpResponse<String>> cut = refused == one ? other : one;
      assertThat(refused.join().statusCode()).isEqualTo(IN_FLIGHT);
      assertThat(cut).isNotDone();
      upline.kill();
      assertThat(cut.handle((answer, failure) -> failure != null).join()).isTrue();
      upline.startAgain();

      HttpRequest again = keyed(upline, token(upline));
      HttpResponse<String> answer = send(again).join();
      long told = 0;
      while (answer.statusCode() == IN_FLIGHT) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow();
        told += seconds;
        assertThat(told).as("seconds to wait in all").isLessThanOrEqualTo(LEASE + 1);
        Thread.sleep(seconds * 1_000);
        answer = send(again).join();
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(send(again).join().body()).isEqualTo(answer.body());
    }
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private String token(UplineProcess upline) {
    String body =
        "{\"email\": \"reporter@bluemesa.example\", \"password\": \"demo-only-on-this-machine\"}";
    HttpRequest signIn =
        HttpRequest.newBuilder(upline.url("/v1/sessions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    Matcher token = TOKEN.matcher(send(signIn).join().body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  /** An import that takes a while. */
  private static HttpRequest keyed(UplineProcess upline, String token) {
    StringBuilder form = new StringBuilder();
    form.append("--cut\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\nCOMMIT\r\n");
    form.append(
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n");
    form.append(
        "Legal name,Entity type,Functions,Address,City,State,ZIP,Contact,E-mail,Website,Start"
            + " date,Offshore\n");
    for (int i = 1; i <= ROWS; i++) {
      form.append(
          "Entity%1$d Marketing LLC,Marketing agency,Marketing,%1$d Main St,Tampa,FL,33602,Desk,desk%1$d@entity.example,www.entity%1$d.example,01/15/2025,N\n"
              .formatted(i));
    }
    form.append("\r\n--cut--\r\n");
    return HttpRequest.newBuilder(upline.url("/v1/relationship-imports"))
        .header("Authorization", "Bearer " + token)
        .header("Idempotency-Key", "an-import-that-is-cut-off")
        .header("Content-Type", "multipart/form-data; boundary=cut")
        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
        .build();
  }
}
