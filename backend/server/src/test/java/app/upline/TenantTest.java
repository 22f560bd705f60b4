package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.ExampleBody;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
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
 * what is another organization's is answered exactly as what is not there at all.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class TenantTest {

  @Inject Api api;
  private static final String DOWNLINE =
      """
      {"legalName": "Our downline LLC", "entityType": "AGENCY", "npn": "%s", "licensedProducer": true, "functions": ["SALES"],
       "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  @Inject TestUsers crowd;
  @Inject TestRecords holdings;

  /** As people of another agency, and of a carrier that has no contract with this one. */
  @TestFactory
  Stream<DynamicTest> somebodyElsesThingsAreNotThere() {
    Map<Role, TestUser> strangers = new EnumMap<>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> strangers.put(role, crowd.someone(role)));
    return checks(holdings.owner(), strangers, "another's");
  }

  /** That an agency has it in its register, as one of its downline, opens nothing. */
  @TestFactory
  Stream<DynamicTest> theUplineSeesNoMoreThanAnyOther() {
    TestRecords.Owner downline = holdings.owner();
    UUID upline = crowd.agency();
    String npn = crowd.strings("select npn from agency where id = ?", downline.agency()).getFirst();
    api.as(crowd.someone(Role.AGENCY_REPORTER, upline))
        .contentType("application/json")
        .body(DOWNLINE.formatted(npn))
        .post("/v1/relationships")
        .then()
        .statusCode(201);
    Map<Role, TestUser> people = new EnumMap<>(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> role.side() == OrganizationKind.AGENCY)
        .forEach(role -> people.put(role, crowd.someone(role, upline)));
    return checks(downline, people, "the upline's");
  }

  private Stream<DynamicTest> checks(
      TestRecords.Owner owner, Map<Role, TestUser> strangers, String whose) {
    return Contract.get().operations().stream()
        .filter(operation -> operation.parameters().stream().anyMatch(TenantTest::namesAThing))
        .flatMap(
            operation ->
                roles(operation)
                    .filter(strangers::containsKey)
                    .map(
                        role ->
                            DynamicTest.dynamicTest(
                                operation.id() + " as " + whose + " " + role,
                                () -> check(operation, strangers.get(role), owner.things()))));
  }

  private void check(Operation operation, TestUser stranger, Map<String, String> theirs) {
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

  private Response call(Operation operation, TestUser person, UnaryOperator<String> things) {
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
