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

  @TestFactory
  Stream<DynamicTest> whatWouldBeDoneWithAVersionIsAnsweredWith428WithoutOne() {
    List<Operation> versioned =
        Contract.get().operations().stream().filter(o -> o.takes("header", IF_MATCH)).toList();
    assertThat(versioned).hasSizeGreaterThan(40);
    return versioned.stream()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> check(operation)));
  }

  private void check(Operation operation) {
    assertThat(operation.parameters())
        .filteredOn(parameter -> parameter.name().equals(IF_MATCH))
        .allMatch(Parameter::required);
    TestWorld.Inhabited inhabited = world.inhabited();
    Response without = send(operation, inhabited, request(operation, inhabited));
    Response with = send(operation, inhabited, request(operation, inhabited).header(IF_MATCH, "*"));
    if (with.statusCode() < 300) {
      assertThat(without.statusCode()).as(without.asString()).isEqualTo(428);
    } else {
      // What is refused whatever the version may be refused first.
      assertThat(without.statusCode()).as(without.asString()).isIn(428, with.statusCode());
    }
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
