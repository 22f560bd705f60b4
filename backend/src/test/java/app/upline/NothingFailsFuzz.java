package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.NastyRequests;
import app.upline.testing.NastyRequests.Nasty;
import app.upline.testing.Someone;
import app.upline.testing.World;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever is sent to an operation of the contract: nothing of ours fails. What comes at once is
 * {@link SixAtOnceTest}'s. Takes long: {@code make fuzz}, not a part of {@code make test}.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.rates.caller", value = "1000000")
@Property(name = "upline.rates.source", value = "1000000")
class NothingFailsFuzz {

  @Inject EmbeddedServer server;
  @Inject World world;
  @Inject JsonMapper json;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private World.Inhabited inhabited;

  @BeforeEach
  void inhabit() {
    if (inhabited == null) {
      inhabited = world.inhabited();
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsSentMakesAnOperationFail() {
    return Contract.get().operations().stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> tryAll(operation)));
  }

  private void tryAll(Operation operation) {
    List<Someone> callers = inhabited.callers(operation).toList();
    List<String> failures = new ArrayList<>();
    int turn = 0;
    for (Nasty nasty : new NastyRequests(json, inhabited.things()).of(operation)) {
      Someone caller = callers.isEmpty() ? null : callers.get(turn++ % callers.size());
      int status = send(nasty.request(), caller);
      if (status >= 500) {
        failures.add(nasty.what() + " -> " + status);
      }
    }
    assertThat(failures).isEmpty();
  }

  private int send(NastyRequests.Unsent unsent, Someone caller) {
    try {
      HttpRequest.Builder request = unsent.to(server.getURL().toString());
      if (caller != null) {
        request.header("Authorization", "Bearer " + caller.accessToken());
      }
      // To its end: what breaks off there is a failure as well.
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
