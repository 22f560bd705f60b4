package app.upline.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Gate;
import app.upline.testing.RawClient;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits so small that a test meets them. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.http.connections-per-address", value = "4")
@Property(name = "upline.http.reader-patience", value = "3s")
@Property(name = "upline.http.read-deadline", value = "5s")
@Property(name = "upline.test.slow-controller", value = "true")
class ConnectionLimitsTest {
  private static final String ALIVE = "GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LARGE =
      "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  private static final String SLOW = "GET /test/slow HTTP/1.1\r\nHost: x\r\n\r\n";

  @Inject EmbeddedServer server;
  @Inject SlowController controller;

  @Test
  void whoeverRestsMakesRoomForAnotherFromTheSameAddress() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) {
        RawClient client = client();
        clients.add(client);
        assertThat(client.send(ALIVE).readAnswer()).startsWith("HTTP/1.1 200");
      }
      assertThat(clients.getFirst().readAll()).isEmpty();
      assertThat(clients.getLast().send(ALIVE).readAnswer()).startsWith("HTTP/1.1 200");
    } finally {
      closeAll(clients);
    }
  }

  @Test
  void whoeverTakesNothingOfItsAnswerIsEndedAndWhoeverTakesLittleIsNot() throws Exception {
    try (RawClient standing = client();
        RawClient slow = client()) {
      standing.send(LARGE);
      assertThat(new String(slow.send(LARGE).read(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
      int taken = 12;
      for (int i = 0; i < 30; i++) {
        taken += slow.read(20_000).length;
        Thread.sleep(100);
      }
      int length = taken + slow.readUntilItBreaks();
      assertThat(length).isGreaterThan(800_000);
      // What the operating system took at once counts for the first three seconds.
      Thread.sleep(4_000);
      assertThat(standing.readUntilItBreaks()).isLessThan(length);
    }
  }

  @Test
  void aRequestThatIsNotAnsweredInTimeIsUnavailableAndItsConnectionOver() throws IOException {
    controller.gate = Gate.closed();
    try (RawClient client = client()) {
      String answer = client.send(SLOW + ALIVE).readAll();
      assertThat(answer)
          .startsWith("HTTP/1.1 503")
          .contains("urn:upline:problem:unavailable", "Retry-After: 5", "nosniff")
          .doesNotContain("HTTP/1.1 200");
    } finally {
      controller.gate.open();
    }
    try (RawClient client = client()) {
      assertThat(client.send(SLOW).readAnswer()).startsWith("HTTP/1.1 200");
    }
  }

  private static void closeAll(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  private RawClient client() throws IOException {
    return new RawClient(server.getHost(), server.getPort());
  }
}
