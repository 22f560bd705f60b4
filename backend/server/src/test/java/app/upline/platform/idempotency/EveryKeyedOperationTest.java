package app.upline.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.FreshBody;
import app.upline.testing.TestWorld;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every operation of the contract that takes a key is performed with one, twice. */
@Tag("engine")
@MicronautTest(transactional = false)
class EveryKeyedOperationTest {

  @Inject EmbeddedServer server;
  @Inject TestWorld world;

  private TestWorld.Inhabited inhabited;

  @TestFactory
  Stream<DynamicTest> theSameRequestIsAnsweredTheSame() {
    List<Operation> keyed =
        Contract.get().operations().stream()
            .filter(operation -> operation.takes("header", "Idempotency-Key"))
            .toList();
    assertThat(keyed).hasSizeGreaterThan(40);
    inhabited = world.inhabited();
    return keyed.stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> performTwice(operation)));
  }

  private void performTwice(Operation operation) {
    String key = UUID.randomUUID().toString();
    Response first = perform(operation, inhabited, key);
    if (first.statusCode() >= 400) {
      // What an earlier operation did must not keep this one from acting.
      inhabited = world.inhabited();
      key = UUID.randomUUID().toString();
      first = perform(operation, inhabited, key);
    }
    Response second = perform(operation, inhabited, key);

    assertThat(first.statusCode()).as(first.asString()).isLessThan(500);
    assertThat(second.statusCode()).as(second.asString()).isEqualTo(first.statusCode());
    if (first.statusCode() < 400) {
      assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
      assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(second.header("Location")).isEqualTo(first.header("Location"));
      assertThat(second.contentType()).isEqualTo(first.contentType());
    }
  }

  private Response perform(Operation operation, TestWorld.Inhabited inhabited, String key) {
    RequestSpecification request =
        given()
            .baseUri(server.getURL().toString())
            .auth()
            .oauth2(inhabited.caller(operation).accessToken())
            .header("Idempotency-Key", key)
            .header("If-Match", "*");
    FreshBody.into(request, operation, inhabited.things());
    return request.request(
        operation.method().toUpperCase(), FreshBody.path(operation, inhabited.things()));
  }
}
