package app.upline.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.RawClient;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What HTTP does not allow: each is refused as a problem, and the connection is over. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class ProtocolTest {
  private static final String ALIVE = "GET /health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String END = "\r\n\r\n";

  @Inject EmbeddedServer server;

  @TestFactory
  Stream<DynamicTest> whatAProxyMightReadOtherwiseIsRefusedAndTheConnectionEnded() {
    String get = "GET /health/liveness HTTP/1.1\r\n";
    String post = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("no host", get + "Accept: */*" + END);
    requests.put("two hosts", get + "Host: a\r\nHost: b" + END);
    requests.put("the same host twice", get + "Host: a\r\nhost: a" + END);
    requests.put("two hosts in an older version", "GET / HTTP/1.0\r\nHost: a\r\nHost: b" + END);
    for (String host :
        new String[] {"a b", "a,b/", "user@a", "a:port", "http://a", "[::1", "a\\b"}) {
      requests.put("no host but " + host, get + "Host: " + host + END);
    }
    requests.put("a folded header", get + "Host: x\r\nX-Long: a\r\n b" + END);
    requests.put("a header folded by a tab", get + "Host: x\r\nX-Long: a\r\n\tb" + END);
    requests.put("a folded first header", get + " Host: x\r\nHost: x" + END);
    requests.put("a line of blanks among headers", get + "Host: x\r\n \r\nX: y" + END);
    requests.put("an unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n");
    for (String coding :
        new String[] {
          "xchunked", "gzip, chunked", "identity", "chunked, identity", "chunked, chunked", "", "x"
        }) {
      requests.put(
          "the coding '" + coding + "' beside a length",
          post + "Transfer-Encoding: " + coding + "\r\nContent-Length: 2\r\n\r\n{}");
    }
    requests.put(
        "a coding twice",
        post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0" + END);
    requests.put(
        "chunked beside a length",
        post + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0" + END);
    requests.put(
        "a coding in an older version",
        post.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0" + END);
    requests.put("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
    requests.put("a length below nothing", post + "Content-Length: -1\r\n\r\n{}");
    requests.put("a length that is none", post + "Content-Length: 2a\r\n\r\n{}");
    requests.put("a blank before the colon", get + "Host : x" + END);
    requests.put("a header without a name", get + "Host: x\r\n: y" + END);
    requests.put("a chunk that is none", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
    for (String header :
        new String[] {"Authorization", "Content-Type", "Content-Encoding", "Idempotency-Key"}) {
      requests.put(
          "two of " + header,
          get + "Host: x\r\n" + header + ": a\r\n" + header.toLowerCase(Locale.ROOT) + ": b" + END);
    }
    requests.put("a method in small letters", get.replace("GET", "get") + "Host: x" + END);
    requests.put("a later version", "GET / HTTP/1.2\r\nHost: x" + END);
    requests.put("HTTP/2 by knowing better", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    requests.put("no version", "GET /" + END);
    requests.put("no request at all", "\u0016\u0003\u0001 and so on" + END);
    requests.put("a NUL", get + "Host: x\r\nX: a\0b" + END);
    return requests.entrySet().stream()
        .map(
            request ->
                DynamicTest.dynamicTest(
                    request.getKey(),
                    () -> {
                      String answer = answer(request.getValue() + ALIVE);
                      assertRefused(answer, 400, "malformed-request");
                      assertThat(answer.split("HTTP/1\\.[01] \\d", -1)).as(answer).hasSize(2);
                    }));
  }

  @Test
  void anAddressAndHeadersThatAreTooLongAreToldApartFromABodyThatIs() throws IOException {
    assertRefused(
        answer("GET /v1/relationships?q=" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: x" + END),
        414,
        "uri-too-long");
    assertRefused(
        answer("GET /v1/me HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(9_000) + END),
        431,
        "headers-too-large");
    StringBuilder many = new StringBuilder("GET /v1/me HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 2_000; i++) {
      many.append("X-").append(i).append(": abc\r\n");
    }
    assertRefused(answer(many + "\r\n"), 431, "headers-too-large");
    String large = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    try (RawClient client = client()) {
      String answer =
          client.send(large + "Content-Length: 20000000\r\n\r\n" + "a".repeat(100)).readAnswer();
      assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:upline:problem:body-too-large");
      assertProtected(answer);
    }
  }

  @Test
  void anAnswerThatNoFilterSeesHasTheProtectiveHeadersToo() throws IOException {
    for (String target : new String[] {"/%zz", "//[", "/v1/me?%", "/a|b^c", "*", "http://[/"}) {
      try (RawClient client = client()) {
        String answer =
            client
                .send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close" + END)
                .readAll();
        assertThat(answer).as(target).startsWith("HTTP/1.1 4");
        assertProtected(answer);
      }
    }
  }

  @Test
  void whatHttpAllowsIsRead() throws IOException {
    for (String head :
        new String[] {
          "HTTP/1.1\r\nHost: localhost:8080",
          "HTTP/1.1\r\nHost:",
          "HTTP/1.1\r\nHost: [::1]:80",
          "HTTP/1.1\r\nHost: xn--bcher-kva.example.",
          "HTTP/1.0",
          "HTTP/1.0\r\nHost: a_b"
        }) {
      try (RawClient client = client()) {
        String answer =
            client.send("GET /health/liveness " + head + "\r\nConnection: close" + END).readAll();
        assertThat(answer).as(head).matches("(?s)HTTP/1\\.[01] 200.*");
      }
    }
    try (RawClient client = client()) {
      String body = "{\"email\": \"a@b.example\", \"password\": \"nothing\"}";
      client.send(
          "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: Chunked\r\n\r\n");
      client.send("%x\r\n%s\r\n".formatted(20, body.substring(0, 20)));
      client.send("%x\r\n%s\r\n0\r\n\r\n".formatted(body.length() - 20, body.substring(20)));
      assertThat(client.readAnswer()).startsWith("HTTP/1.1 401");
    }
  }

  @Test
  void requestsThatAreSentBeforeTheAnswerAreAnsweredOneAfterTheOther() throws IOException {
    try (RawClient client = client()) {
      String head = "HEAD /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n";
      String post =
          "POST /v1/sessions HTTP/1.1\r\n"
              + "Host: x\r\n"
              + "Content-Type: application/json\r\n"
              + "Content-Length: 2\r\n\r\n"
              + "{}";
      client.send((ALIVE + post).repeat(40));
      for (int i = 0; i < 40; i++) {
        assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("UP");
        assertThat(client.readAnswer()).startsWith("HTTP/1.1 4").contains("urn:upline:problem:");
      }
      client.send(head + ALIVE.substring(0, 20));
      client.send(
          ALIVE.substring(20) + "GET /v1/me HTTP/1.1\r\nHost: x\r\nConnection: close" + END);
      String rest = client.readAll();
      assertThat(rest.split("HTTP/1.1 ", -1)).hasSize(4);
      assertThat(rest).contains("application/yaml", "\"UP\"", "HTTP/1.1 401");
    }
  }

  private static void assertRefused(String answer, int status, String type) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("urn:upline:problem:" + type)
        .contains("\"instance\":\"urn:uuid:")
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("cache-control: no-store")
        .containsIgnoringCase("connection: close");
    assertProtected(answer);
  }

  private static void assertProtected(String answer) {
    assertThat(answer)
        .containsIgnoringCase("x-content-type-options: nosniff")
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .containsIgnoringCase("referrer-policy: no-referrer")
        .containsIgnoringCase("cross-origin-resource-policy: same-origin")
        .containsIgnoringCase("strict-transport-security: max-age");
  }

  private String answer(String request) throws IOException {
    try (RawClient client = client()) {
      return client.send(request).readAll();
    }
  }

  private RawClient client() throws IOException {
    return new RawClient(server.getHost(), server.getPort());
  }
}
