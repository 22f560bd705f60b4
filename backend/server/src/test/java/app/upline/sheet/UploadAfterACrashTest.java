package app.upline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is killed while it writes a large upload: another one writes it, once. */
@Tag("engine")
@Tag("embedded")
class UploadAfterACrashTest {

  private static final Path FOLDER = Path.of("target/upload-after-a-crash");
  private static final int ROWS = 4_000;
  private static final String HEADER =
      "Name of Subcontractor / TPMO (legal),Type of entity,NPN,Services provided,Street,City,ST,Zip,Contact,E-mail,Contact phone,Start date,Offshore? (Y/N)\r\n";
  private static final String ROW =
      "Crash %d LLC,Call Center,7%06d,Sales,1 Main St,Tampa,FL,33602,Desk,desk@crash.example,602-555-0100,12/15/2021,n\r\n";
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final String BOUNDARY = "boundary-of-the-form";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token = "";

  @Test
  void itsRowsAreWrittenOnceByTheServerThatComesAfter() throws Exception {
    Map<String, String> settings =
        Map.of("UPLINE_UPLOADS_WAITED_FOR_BYTES", "0", "UPLINE_UPLOADS_BELIEVED", "5s");
    try (UplineProcess upline = UplineProcess.start(FOLDER, settings)) {
      token =
          found(
              TOKEN,
              send(
                  HttpRequest.newBuilder(upline.url("/v1/sessions"))
                      .header("Content-Type", "application/json")
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"email\": \"reporter@harborline.example\", \"password\": \"demo-only-on-this-machine\"}"))));
      int before = count(upline);
      String id = found(ID, upload(upline));
      while (!read(upline, id).contains("\"phase\":\"CHECKING\"")) {
        Thread.sleep(20);
      }
      upline.kill();
      upline.startAgain();
      assertThat(count(upline)).as("rows of a transaction that was cut off").isEqualTo(before);

      String upload = read(upline, id);
      while (upload.contains("\"progress\"")) {
        Thread.sleep(200);
        upload = read(upline, id);
      }
      assertThat(upload).contains("\"status\":\"APPLIED\"").contains("\"created\":" + ROWS);
      assertThat(count(upline)).isEqualTo(before + ROWS);
    }
  }

  private String upload(UplineProcess upline) {
    StringBuilder form = new StringBuilder();
    form.append(part("name=\"mode\"")).append("COMMIT\r\n");
    form.append(part("name=\"file\"; filename=\"register.csv\"\r\nContent-Type: text/csv"));
    form.append(HEADER);
    for (int i = 0; i < ROWS; i++) {
      form.append(ROW.formatted(i, i));
    }
    form.append("\r\n--").append(BOUNDARY).append("--\r\n");
    return send(
        request(upline, "/v1/relationship-imports")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  private static String part(String disposition) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition);
  }

  private String read(UplineProcess upline, String id) {
    return send(request(upline, "/v1/relationship-imports/" + id).GET());
  }

  private int count(UplineProcess upline) {
    String page = send(request(upline, "/v1/relationships?limit=1&includeTotal=true").GET());
    return Integer.parseInt(found(Pattern.compile("\"total\":(\\d+)"), page));
  }

  private HttpRequest.Builder request(UplineProcess upline, String path) {
    return HttpRequest.newBuilder(upline.url(path)).header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
