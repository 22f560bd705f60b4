package app.upline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.platform.contract.ContractOperations;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.PlainClient;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract as a machine of every role: allowed where the role, the scopes
 * and the contract say so, refused everywhere else.
 */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class MachineMatrixTest {

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject ContractOperations contract;

  @TestFactory
  Stream<DynamicTest> aMachineWithEveryScopeMayDoWhatItsRoleMayUnlessOnlyPeopleMay() {
    return Arrays.stream(Role.values())
        .flatMap(
            role -> {
              String token = token(role, groups(role));
              return secured()
                  .map(
                      operation ->
                          DynamicTest.dynamicTest(
                              operation.id() + " as a machine, " + role,
                              () -> check(operation, token, isAllowed(operation, role))));
            });
  }

  /**
   * Of the roles that may: whatever a machine's scopes are, the others may not, as is shown above.
   */
  @TestFactory
  Stream<DynamicTest> aMachineWithOneScopeMayDoThatAndNothingElse() {
    return Arrays.stream(Role.values())
        .flatMap(
            role -> {
              String token = token(role, List.of("listCarriers"));
              return secured()
                  .filter(operation -> isAllowed(operation, role))
                  .map(
                      operation ->
                          DynamicTest.dynamicTest(
                              operation.id() + " as a machine of one scope, " + role,
                              () ->
                                  check(
                                      operation,
                                      token,
                                      List.of("listCarriers", "getCurrentUser")
                                          .contains(operation.id()))));
            });
  }

  private boolean isAllowed(Operation operation, Role role) {
    ContractOperations.Operation said = contract.find(operation.id()).orElseThrow();
    return said.roles().contains(role.name()) && !said.peopleOnly();
  }

  private List<String> groups(Role role) {
    return contract.all().stream()
        .filter(said -> said.roles().contains(role.name()) && !said.peopleOnly())
        .map(ContractOperations.Operation::group)
        .distinct()
        .toList();
  }

  private static Stream<Operation> secured() {
    return Contract.get().operations().stream().filter(operation -> !operation.isAnonymous());
  }

  private void check(Operation operation, String token, boolean allowed) {
    int status = plain.onNothing(operation, token).status();
    if (allowed) {
      assertThat(status).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(status).isEqualTo(403);
    }
  }

  private String token(Role role, List<String> scopes) {
    TestUser administrator =
        crowd.someone(
            role.side() == OrganizationKind.AGENCY
                ? Role.AGENCY_ADMINISTRATOR
                : Role.CARRIER_ADMINISTRATOR);
    String account =
        api.as(administrator)
            .contentType(ContentType.JSON)
            .body(Map.of("name", "Robot", "role", role.name(), "scopes", scopes))
            .post("/v1/service-accounts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String secret =
        api.as(administrator)
            .header("If-Match", "\"1\"")
            .contentType(ContentType.JSON)
            .body("{}")
            .post("/v1/service-accounts/" + account + "/secrets")
            .then()
            .statusCode(201)
            .extract()
            .path("clientSecret");
    return given()
        .port(server.getPort())
        .auth()
        .preemptive()
        .basic(account, secret)
        .formParam("grant_type", "client_credentials")
        .post("/v1/oauth/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}
