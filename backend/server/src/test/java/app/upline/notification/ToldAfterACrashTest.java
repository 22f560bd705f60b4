package app.upline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed after something happened and before anybody was told, and once more after
 * people were told in the application and before the mail went out.
 */
class ToldAfterACrashTest {
  private static final Path FOLDER = Path.of("target/told-after-a-crash");
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern CARRIER =
      Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"Summit Peak Health\"");
  private static final Pattern WORDING = Pattern.compile("\"attestationVersion\":\"([^\"]+)\"");
  private static final String REVIEWER = "reviewer@summitpeak.example";
  private static final String EVENTS = "UPLINE_NOTIFICATIONS_EVERY";
  private static final String MAIL = "UPLINE_MAIL_EVERY";
  private static final String NEVER = "24h";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Signed in once: sessions outlive the server. */
  private final Map<String, String> tokens = new HashMap<>();

  @Test
  void everybodyIsToldOnceHoweverOftenTheServerIsKilled() throws Exception {
    Map<String, String> settings = new HashMap<>(Map.of(EVENTS, NEVER, MAIL, NEVER));
    try (UplineProcess upline = UplineProcess.start(FOLDER, settings)) {
      choose(upline);
      submit(upline);
      assertThat(told(upline)).isEmpty();
      upline.kill();

      settings.remove(EVENTS);
      upline.startAgain();
      while (told(upline).isEmpty()) {
        Thread.sleep(200);
      }
      assertThat(mails()).isZero();
      upline.kill();

      settings.remove(MAIL);
      upline.startAgain();
      while (mails() == 0) {
        Thread.sleep(200);
      }
      upline.kill();
      upline.startAgain();
      assertThat(told(upline)).hasSize(1);
    }
    assertThat(mails()).isEqualTo(1);
  }

  private void choose(UplineProcess upline) {
    send(
        200,
        request(upline, REVIEWER, "/v1/me/notification-settings")
            .header("If-Match", "\"0\"")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"mail\": [{\"topic\": \"SUBMISSIONS\", \"choice\": \"AT_ONCE\"}]}")));
  }

  private void submit(UplineProcess upline) {
    String reporter = "reporter@bluemesa.example";
    String carriers = send(200, request(upline, reporter, "/v1/carriers").GET());
    String carrier = found(CARRIER, carriers);
    String wording =
        found(WORDING, send(200, request(upline, reporter, "/v1/carriers/" + carrier).GET()));
    String draft =
        found(
            ID,
            send(
                201,
                request(upline, reporter, "/v1/submissions")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"carrierId\": \"%s\"}".formatted(carrier)))));
    send(
        200,
        request(upline, "attester@bluemesa.example", "/v1/submissions/" + draft + "/submit")
            .header("If-Match", "\"1\"")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"wordingVersion\": \"%s\", \"title\": \"Officer\", \"accepted\": true}"
                        .formatted(wording))));
  }

  private List<String> told(UplineProcess upline) {
    String page = send(200, request(upline, REVIEWER, "/v1/notifications").GET());
    return Pattern.compile("SUBMISSION_RECEIVED")
        .matcher(page)
        .results()
        .map(match -> match.group())
        .toList();
  }

  private static long mails() throws IOException {
    Path folder = FOLDER.resolve("data/mail");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .filter(file -> read(file).contains("To: " + REVIEWER))
          .count();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(UplineProcess upline, String email, String path) {
    return HttpRequest.newBuilder(upline.url(path))
        .header(
            "Authorization", "Bearer " + tokens.computeIfAbsent(email, one -> token(upline, one)))
        .header("Content-Type", "application/json");
  }

  private String token(UplineProcess upline, String email) {
    String body =
        "{\"email\": \"%s\", \"password\": \"demo-only-on-this-machine\"}".formatted(email);
    return found(
        TOKEN,
        send(
            201,
            HttpRequest.newBuilder(upline.url("/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
  }

  private String send(int status, HttpRequest.Builder request) {
    HttpResponse<String> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
