package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.Crowd;
import app.upline.testing.ExampleBody;
import app.upline.testing.Holdings;
import app.upline.testing.Someone;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract that names a thing in its path, as every role that may call it:
 * what is somebody else's is answered exactly as what is not there at all.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class TenantTest {

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject Holdings holdings;

  @TestFactory
  Stream<DynamicTest> somebodyElsesThingsAreNotThere() {
    Map<String, String> theirs = holdings.ofSomebodyElse();
    Map<Role, Someone> strangers = new EnumMap<>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> strangers.put(role, crowd.someone(role)));
    return Contract.get().operations().stream()
        .filter(operation -> operation.parameters().stream().anyMatch(TenantTest::namesAThing))
        .flatMap(
            operation ->
                roles(operation)
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                operation.id() + " as another's " + role,
                                () -> check(operation, strangers.get(role), theirs))));
  }

  private void check(Operation operation, Someone stranger, Map<String, String> theirs) {
    Response foreign =
        call(
            operation,
            stranger,
            name -> {
              assertThat(theirs).as("a thing for {%s}: tell Holdings", name).containsKey(name);
              return theirs.get(name);
            });
    Response none = call(operation, stranger, name -> UUID.randomUUID().toString());
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(told(foreign)).isEqualTo(told(none));
  }

  /** All that an answer says, but for the name of the request and what HTTP adds. */
  private static String told(Response response) {
    String body = response.asString().replaceFirst("\"instance\":\"[^\"]+\"", "");
    return response.statusLine() + response.contentType() + body;
  }

  private Response call(Operation operation, Someone person, UnaryOperator<String> things) {
    RequestSpecification request = api.as(person).header("If-Match", "\"1\"");
    ExampleBody.into(request, operation);
    String path = operation.path();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        String value = namesAThing(parameter) ? things.apply(parameter.name()) : "1";
        path = path.replace("{" + parameter.name() + "}", value);
      } else if (parameter.in().equals("query") && parameter.required()) {
        request.queryParam(parameter.name(), "1");
      }
    }
    return request.request(operation.method().toUpperCase(), path);
  }

  private static boolean namesAThing(Parameter parameter) {
    return parameter.in().equals("path") && "uuid".equals(parameter.schema().get("format"));
  }

  private static Stream<Role> roles(Operation operation) {
    return ((List<?>) operation.body().get("x-roles"))
        .stream().map(name -> Role.valueOf(name.toString()));
  }
}
