package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract.Operation;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The running application for tests that send it thousands of requests, where to hold each answer
 * to the contract would take longer than to give it. All others use {@link Api}.
 */
@Singleton
public final class PlainClient {
  private static final String BOUNDARY = "next-part";
  private static final String FORM =
      """
      --%1$s\r
      Content-Disposition: form-data; name="file"; filename="some.csv"\r
      Content-Type: text/csv\r
      \r
      Legal name,City
      \r
      --%1$s--\r
      """
          .formatted(BOUNDARY);

  private final EmbeddedServer server;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  PlainClient(EmbeddedServer server, JsonMapper json) {
    this.server = server;
    this.json = json;
  }

  /** An answer, read to its end. */
  public final class Answer {
    private final HttpResponse<byte[]> response;

    private Answer(HttpResponse<byte[]> response) {
      this.response = response;
    }

    public int status() {
      return response.statusCode();
    }

    public Map<String, List<String>> headers() {
      return response.headers().map();
    }

    public byte[] bytes() {
      return response.body();
    }

    /** A member of the object that was answered, or null without one. */
    public @Nullable Object member(String name) {
      try {
        return json.readValue(response.body(), Map.class).get(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return status() + " " + headers() + " " + new String(bytes(), UTF_8);
    }
  }

  /** What is answered to a person who asks for this. */
  public Answer get(TestUser person, String path) {
    return send(to(path, person.accessToken()).GET());
  }

  /** The same, of which the headers alone are wanted: the contract does not list them apart. */
  public Answer head(TestUser person, String path) {
    return send(to(path, person.accessToken()).HEAD());
  }

  /**
   * What is answered to a person who sends this, which looks at no trail and takes no connection.
   */
  public Answer post(TestUser person, String path, String body) {
    return send(
        to(path, person.accessToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /**
   * An operation performed on things that there are none of, with an empty body or a file of one
   * line: who may not is refused before that is looked at.
   */
  public Answer onNothing(Operation operation, @Nullable String token) {
    String path =
        operation
            .path()
            .replace("{revision}", "1")
            .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    return send(operation, path, token, Optional.of("{}"));
  }

  /** An operation performed with the contract's own example for a body. */
  public Answer perform(Operation operation, TestUser person, String path) {
    Optional<String> body =
        Contract.get().requestExample(operation).map(Contract.Body::value).map(this::written);
    return send(operation, path, person.accessToken(), body);
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(
      Operation operation, String path, @Nullable String token, Optional<String> body) {
    HttpRequest.Builder request = to(path, token).header("If-Match", "\"1\"");
    String method = operation.method().toUpperCase();
    if (operation.method().equals("get")) {
      request.GET();
    } else if (operation.body().toString().contains("multipart/form-data")) {
      request
          .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
          .method(method, BodyPublishers.ofString(FORM));
    } else if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      boolean patch = operation.method().equals("patch");
      request
          .header("Content-Type", patch ? "application/merge-patch+json" : "application/json")
          .method(method, BodyPublishers.ofString(body.get()));
    }
    return send(request);
  }

  private HttpRequest.Builder to(String path, @Nullable String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
