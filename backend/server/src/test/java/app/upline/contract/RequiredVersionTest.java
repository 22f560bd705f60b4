package app.upline.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.FreshBody;
import app.upline.testing.TestWorld;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract requires {@code If-Match} wherever it is taken; who leaves it out is told so by 428,
 * and not by the 400 of a parameter that is missing.
 */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.rates.caller", value = "1000000")
@Property(name = "upline.rates.source", value = "1000000")
class RequiredVersionTest {

  private static final String IF_MATCH = "If-Match";

  @Inject EmbeddedServer server;
  @Inject TestWorld world;

  private TestWorld.Inhabited shared;

  @TestFactory
  Stream<DynamicTest> whatWouldBeDoneWithAVersionIsAnsweredWith428WithoutOne() {
    List<Operation> versioned =
        Contract.get().operations().stream().filter(o -> o.takes("header", IF_MATCH)).toList();
    assertThat(versioned).hasSizeGreaterThan(40);
    shared = world.inhabited();
    return versioned.stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check(operation)));
  }

  private void check(Operation operation) {
    assertThat(operation.parameters())
        .filteredOn(parameter -> parameter.name().equals(IF_MATCH))
        .allMatch(Parameter::required);
    // What is refused leaves the world as it was for the next.
    Response without = send(operation, shared, request(operation, shared));
    if (without.statusCode() == 428) {
      return;
    }
    // What is refused whatever the version may be refused first.
    TestWorld.Inhabited fresh = world.inhabited();
    Response with = send(operation, fresh, request(operation, fresh).header(IF_MATCH, "*"));
    assertThat(with.statusCode()).as(with.asString()).isGreaterThanOrEqualTo(300);
    assertThat(without.statusCode()).as(without.asString()).isEqualTo(with.statusCode());
  }

  private RequestSpecification request(Operation operation, TestWorld.Inhabited inhabited) {
    RequestSpecification request = given().baseUri(server.getURL().toString());
    request.auth().oauth2(inhabited.caller(operation).accessToken());
    FreshBody.into(request, operation, inhabited.things());
    return request;
  }

  private static Response send(
      Operation operation, TestWorld.Inhabited inhabited, RequestSpecification request) {
    return request.request(
        operation.method().toUpperCase(), FreshBody.path(operation, inhabited.things()));
  }
}
