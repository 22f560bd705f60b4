package app.upline.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Gate;
import app.upline.testing.RawClient;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One stranger of an address is let in at a time, whatever it says that it is. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.http.strangers", value = "2")
@Property(name = "upline.test.slow-controller", value = "true")
class StrangersTest {
  /** Of an issuer and a key that do not exist. */
  private static final String FORGED =
      "Bearer eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6Im5vbmUifQ.eyJleHAiOjk5OTk5OTk5OTl9.AAAA";

  @Inject EmbeddedServer server;
  @Inject SlowController controller;
  @Inject TestUsers crowd;

  @BeforeEach
  void nothingIsAnsweredYet() {
    controller.gate = Gate.closed();
  }

  @AfterEach
  void letAllGo() {
    controller.gate.open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer garbage", "Bearer ", "Basic eDp5", "x", FORGED})
  void aRequestWithoutATokenOfOursHasTheSmallerShare(String authorization) throws Exception {
    String mine = crowd.someone(Role.AGENCY_REPORTER).accessToken();
    try (RawClient inside = client()) {
      inside.send(request("/test/slow", authorization));
      controller.gate.awaitArrival();
      assertThat(answer("/v1/me", authorization)).startsWith("HTTP/1.1 429");
      assertThat(answer("/v1/me", "Bearer " + mine)).startsWith("HTTP/1.1 200");
      assertThat(answer("/health/liveness", authorization)).startsWith("HTTP/1.1 200");
      controller.gate.open();
      assertThat(inside.readAnswer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aRequestWithATokenHasTheFullShare() throws Exception {
    String mine = "Bearer " + crowd.someone(Role.AGENCY_REPORTER).accessToken();
    try (RawClient one = client();
        RawClient another = client();
        RawClient third = client()) {
      for (RawClient client : new RawClient[] {one, another, third}) {
        client.send(request("/test/slow", mine));
        controller.gate.awaitArrival();
      }
      assertThat(answer("/v1/me", mine)).startsWith("HTTP/1.1 200");
      controller.gate.open();
      for (RawClient client : new RawClient[] {one, another, third}) {
        assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
      }
    }
  }

  private String answer(String path, String authorization) throws IOException {
    try (RawClient client = client()) {
      return client.send(request(path, authorization)).readAnswer();
    }
  }

  private static String request(String path, String authorization) {
    String shown = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
    return "GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(path, shown);
  }

  private RawClient client() throws IOException {
    return new RawClient(server.getHost(), server.getPort());
  }
}
