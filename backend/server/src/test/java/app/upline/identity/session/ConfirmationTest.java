package app.upline.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import app.upline.identity.Role;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.identity.secondfactor.Totp;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.ExampleBody;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sensitive steps ask that the caller has shown lately who they are. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.confirmations.life", value = "15m")
class ConfirmationTest {
  private static final String REQUIRED = "urn:upline:problem:confirmation-required";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject SecondFactors factors;

  /** Every operation that the contract marks, as every role that may call it. */
  @TestFactory
  Stream<DynamicTest> whatTheContractMarksAsksAgainAfterAWhile() {
    List<Operation> marked =
        Contract.get().operations().stream().filter(ConfirmationTest::isMarked).toList();
    assertThat(marked)
        .extracting(Operation::id)
        .contains(
            "replaceUserRoles",
            "disableUserSecondFactor",
            "createInvitation",
            "replaceSecuritySettings",
            "replaceIdentityProvider",
            "removeIdentityProvider",
            "createServiceAccount",
            "createServiceAccountSecret",
            "addServiceAccountKey",
            "approveRoleChange",
            "revealIncidentBeneficiary",
            "exportUnredactedIncidents",
            "exportUnredactedDisclosedIncidents");
    return marked.stream()
        .flatMap(
            operation ->
                ((List<?>) operation.body().get("x-roles"))
                    .stream()
                        .map(role -> Role.valueOf(role.toString()))
                        .map(
                            role ->
                                DynamicTest.dynamicTest(
                                    operation.id() + " as " + role, () -> asks(operation, role))));
  }

  private void asks(Operation operation, Role role) {
    TestUser person = crowd.someone(role);
    longAgo(person);
    call(operation, person).then().statusCode(403).body("type", equalTo(REQUIRED));

    confirm(person, Map.of("password", person.password())).then().statusCode(200);

    call(operation, person).then().statusCode(not(equalTo(403)));
  }

  @Test
  void whateverElseThereIsDoesNotAsk() {
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    longAgo(administrator);

    api.as(administrator).get("/v1/users").then().statusCode(200);
  }

  @Test
  void whoMayNotDoItAnywayIsToldThat() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    longAgo(reporter);

    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body(Map.of("secondFactorRequired", false))
        .put("/v1/security-settings")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:upline:problem:forbidden"));
  }

  @Test
  void aWrongPasswordConfirmsNothingAndCounts() {
    TestUser person = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    for (int i = 0; i < 5; i++) {
      confirm(person, Map.of("password", "not it"))
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo("WRONG_PASSWORD"));
    }
    confirm(person, Map.of("password", person.password())).then().statusCode(429);
  }

  @Test
  void whoUsesASecondFactorShowsACode() {
    TestUser person = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    byte[] secret = factors.begin(person.id()).orElseThrow();
    factors.confirm(factors.find(person.id()).orElseThrow());

    confirm(person, Map.of("password", person.password()))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/code"));
    confirm(person, Map.of("code", Totp.code(secret, Totp.stepAt(Instant.now()))))
        .then()
        .statusCode(200)
        .body("confirmedUntil", notNullValue());
  }

  private Response confirm(TestUser person, Map<String, ?> body) {
    return api.as(person).contentType(ContentType.JSON).body(body).post("/v1/me/confirmations");
  }

  private Response call(Operation operation, TestUser person) {
    RequestSpecification request = api.as(person).header("If-Match", "\"1\"");
    ExampleBody.into(request, operation);
    return request.request(
        operation.method().toUpperCase(),
        operation.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString()));
  }

  private void longAgo(TestUser person) {
    crowd.run(
        "update session set confirmed_at = utc_timestamp(6) - interval 16 minute where user_id = ?",
        person.id());
  }

  private static boolean isMarked(Operation operation) {
    return Boolean.TRUE.equals(operation.body().get("x-recent-sign-in"));
  }
}
