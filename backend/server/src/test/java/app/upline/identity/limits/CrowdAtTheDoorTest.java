package app.upline.identity.limits;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.identity.password.Passwords;
import app.upline.testing.Api;
import app.upline.testing.RawClient;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many strangers sign in at once; most are told so at the edge, and who is in works on. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.http.trusted-proxies", value = "127.0.0.1")
@Property(name = "upline.test.counts-sign-ins", value = "true")
class CrowdAtTheDoorTest {
  private static final int STRANGERS = 300;

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject SignInsUnderWay underWay;

  @BeforeEach
  void nobodyHasComeYet() {
    underWay.most.set(0);
  }

  @Test
  void aCrowdIsToldToComeAgainBeforeAnythingIsDoneForItAndReadersWorkOn() throws Exception {
    TestUser reader = crowd.someone(Role.AGENCY_REPORTER);
    List<Integer> read = new ArrayList<>();
    boolean crowdWasThere;
    List<Future<String>> attempts = new ArrayList<>();
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      attempts.addAll(come(strangers, i -> "198.51.%d.%d".formatted(i / 200, i % 200)));
      for (int i = 0; i < 10; i++) {
        read.add(api.as(reader).get("/v1/me").statusCode());
      }
      crowdWasThere = attempts.stream().anyMatch(attempt -> !attempt.isDone());
    }

    assertThat(read).containsOnly(200);
    assertThat(crowdWasThere).as("Readers are not held up until the crowd is gone").isTrue();
    assertThat(underWay.most).hasValueLessThanOrEqualTo(Passwords.PLACES);
    List<String> answers = attempts.stream().map(Future::resultNow).toList();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              if (!answer.startsWith("HTTP/1.1 401")) {
                assertThat(answer)
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("\r\nRetry-After: 5\r\n")
                    .contains("urn:upline:problem:unavailable", "nosniff");
              }
            })
        .anyMatch(answer -> answer.startsWith("HTTP/1.1 401"))
        .anyMatch(answer -> answer.startsWith("HTTP/1.1 503"));
    assertThat(crowd.someone(Role.AGENCY_REPORTER).accessToken()).isNotBlank();
  }

  @Test
  void oneAddressTakesHalfOfThePlacesAndAnotherIsStillAttendedTo() throws Exception {
    List<Future<String>> attempts = new ArrayList<>();
    String other;
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      attempts.addAll(come(strangers, i -> "203.0.113.1"));
      other = signIn("somebody@people.example", "203.0.113.2", new CountDownLatch(0));
    }

    assertThat(other).startsWith("HTTP/1.1 401");
    assertThat(attempts.stream().map(Future::resultNow))
        .allMatch(answer -> answer.startsWith("HTTP/1.1 4"))
        .filteredOn(answer -> answer.contains("urn:upline:problem:too-much-at-once"))
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .startsWith("HTTP/1.1 429")
                    .containsIgnoringCase("\r\nRetry-After: 5\r\n"));
    assertThat(underWay.most).hasValueLessThanOrEqualTo(Passwords.PLACES / 2 + 1);
  }

  @Test
  void whoeverIsRefusedMaySendAgainOnTheSameConnection() throws Exception {
    List<Future<String>> attempts = new ArrayList<>();
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch all = new CountDownLatch(STRANGERS);
      for (int i = 0; i < STRANGERS; i++) {
        String address = "192.0.%d.%d".formatted(i / 200, i % 200);
        attempts.add(strangers.submit(() -> untilLookedAt(address, all)));
      }
    }

    assertThat(attempts.stream().map(Future::resultNow))
        .anyMatch(answer -> answer.startsWith("HTTP/1.1 503"));
  }

  /** The first answer; it goes on until there was another that is no refusal of a crowd. */
  private String untilLookedAt(String address, CountDownLatch all) throws Exception {
    try (RawClient client = new RawClient(server.getHost(), server.getPort())) {
      all.countDown();
      all.await();
      String first = client.send(request("one.of.a.crowd@people.example", address)).readAnswer();
      String health = client.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n").readAnswer();
      assertThat(health).startsWith("HTTP/1.1 200");
      return first;
    }
  }

  /** All at once, each on a connection that is there already. */
  private List<Future<String>> come(ExecutorService strangers, IntFunction<String> addresses)
      throws InterruptedException {
    CountDownLatch all = new CountDownLatch(STRANGERS);
    List<Future<String>> attempts = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      String email = "stranger%d@people.example".formatted(i);
      String address = addresses.apply(i);
      attempts.add(strangers.submit(() -> signIn(email, address, all)));
    }
    all.await();
    return attempts;
  }

  private String signIn(String email, String address, CountDownLatch all)
      throws IOException, InterruptedException {
    try (RawClient client = new RawClient(server.getHost(), server.getPort())) {
      all.countDown();
      all.await();
      return client.send(request(email, address)).readAnswer();
    }
  }

  private static String request(String email, String address) {
    String body = "{\"email\": \"%s\", \"password\": \"not it\"}".formatted(email);
    return """
    POST /v1/sessions HTTP/1.1\r
    Host: x\r
    X-Forwarded-For: %s\r
    Content-Type: application/json\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(address, body.length(), body);
  }

  /** How many the framework gets to see at a time. */
  @ServerFilter("/v1/sessions")
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Requires(property = "upline.test.counts-sign-ins")
  static class SignInsUnderWay {
    private final AtomicInteger now = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();

    @RequestFilter
    void begin(HttpRequest<?> request) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
    }

    @ResponseFilter
    void end(HttpResponse<?> response) {
      now.decrementAndGet();
    }
  }
}
