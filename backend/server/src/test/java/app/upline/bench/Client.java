package app.upline.bench;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person of the demo world, over the network. */
final class Client {

  private static final String PASSWORD = "demo-only-on-this-machine";
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
  private static final String BOUNDARY = "part-of-the-form";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final UplineProcess upline;
  private final String token;

  Client(UplineProcess upline, String email) {
    this.upline = upline;
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(upline.url("/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))));
    Matcher found = TOKEN.matcher(answer.body());
    if (!found.find()) {
      throw new IllegalStateException("Nobody can sign in: " + answer.statusCode());
    }
    token = found.group(1);
  }

  HttpResponse<String> get(String path) {
    return send(as().uri(upline.url(path)).GET());
  }

  /** Reads a download to its end, and keeps nothing of it. */
  HttpResponse<Void> download(String path) {
    try {
      return client.send(
          as().uri(upline.url(path)).GET().build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> upload(byte[] workbook, String mode) {
    byte[] head =
        ("--%1$s\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n%2$s\r\n"
                + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.xlsx\"\r\n\r\n")
            .formatted(BOUNDARY, mode)
            .getBytes(StandardCharsets.UTF_8);
    byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return send(
        as().uri(upline.url("/v1/relationship-imports"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofByteArray(head),
                    HttpRequest.BodyPublishers.ofByteArray(workbook),
                    HttpRequest.BodyPublishers.ofByteArray(foot))));
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        as().uri(upline.url(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> patch(String path, String json, String ifMatch) {
    return send(
        as().uri(upline.url(path))
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", ifMatch)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  static String idOf(HttpResponse<String> created) {
    Matcher id = ID.matcher(created.body());
    if (!id.find()) {
      throw new IllegalStateException(created.statusCode() + " " + created.body());
    }
    return id.group(1);
  }

  private HttpRequest.Builder as() {
    return HttpRequest.newBuilder().header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
