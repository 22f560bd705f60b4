package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the service shows to browsers, to strangers, and to clients that take their time. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.http.request-deadline", value = "1s")
@Property(name = "micronaut.server.cors.enabled", value = "true")
@Property(
    name = "micronaut.server.cors.configurations.web.allowed-origins",
    value = "https://app.example")
class EdgesTest {

  private static final String HEAD =
      "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  @Inject EmbeddedServer server;

  @Test
  void aClientThatTricklesItsBodyOrItsHeadersIsCutOff() throws Exception {
    assertThat(tricklesFor(HEAD + "Content-Length: 100000\r\n\r\n")).isLessThan(100_000);
    assertThat(tricklesFor(HEAD + "X-Long: ")).isLessThan(100_000);
  }

  @Test
  void aConnectionMayRestBetweenRequestsForLongerThanARequestMayTake() throws Exception {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      assertThat(ask(socket)).startsWith("HTTP/1.1 200");
      Thread.sleep(1_500);
      assertThat(ask(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void anAllowedOriginMayAskAndNoOther() {
    preflight("https://app.example")
        .statusCode(200)
        .header("Access-Control-Allow-Origin", equalTo("https://app.example"))
        .header("Access-Control-Allow-Credentials", nullValue());
    for (String origin :
        List.of("https://evil.example", "https://app.example.evil.example", "null")) {
      preflight(origin).header("Access-Control-Allow-Origin", nullValue());
      given()
          .baseUri(server.getURL().toString())
          .header("Origin", origin)
          .get("/v1/carriers")
          .then()
          .header("Access-Control-Allow-Origin", nullValue());
    }
  }

  @Test
  void everyAnswerHasTheProtectiveHeaders() {
    for (String path : List.of("/v1/me", "/v1/nothing", "/health", "/openapi.yaml", "/docs")) {
      given()
          .baseUri(server.getURL().toString())
          .get(path)
          .then()
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
          .header("Referrer-Policy", equalTo("no-referrer"))
          .header("Strict-Transport-Security", containsString("max-age="));
    }
  }

  @Test
  void itIsAliveWithoutAskingTheDatabaseAndReadyOnlyWithIt() {
    given().baseUri(server.getURL().toString()).get("/health/liveness").then().statusCode(200);
    given().baseUri(server.getURL().toString()).get("/health/readiness").then().statusCode(200);
  }

  private ValidatableResponse preflight(String origin) {
    return given()
        .baseUri(server.getURL().toString())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .options("/v1/carriers")
        .then();
  }

  /** Sends a byte every now and then until the server has had enough; answers how many it took. */
  private int tricklesFor(String begin) throws InterruptedException {
    int sent = 0;
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
      for (; sent < 100_000; sent++) {
        socket.getOutputStream().write('a');
        socket.getOutputStream().flush();
        Thread.sleep(20);
      }
    } catch (IOException e) {
      return sent;
    }
    return sent;
  }

  private static String ask(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET /health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    byte[] answer = new byte[2_000];
    int count = socket.getInputStream().read(answer);
    return new String(answer, 0, Math.max(0, count), StandardCharsets.US_ASCII);
  }
}
