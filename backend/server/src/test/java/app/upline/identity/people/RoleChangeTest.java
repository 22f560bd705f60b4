package app.upline.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one administrator asks for and a second one decides. */
@Tag("engine")
@MicronautTest(transactional = false)
class RoleChangeTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;

  private TestUser asker;
  private TestUser second;

  @BeforeEach
  void anOrganizationWithTwoAdministrators() {
    asker = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    second = crowd.someone(Role.CARRIER_ADMINISTRATOR, asker.organizationId());
  }

  @Test
  void whatNobodyAsksForNeedsNoSecondAdministrator() {
    roles(asker, asker, "CARRIER_ADMINISTRATOR", "CARRIER_PRIVACY_OFFICER")
        .statusCode(200)
        .body("roles", hasItem("CARRIER_PRIVACY_OFFICER"));
  }

  @Test
  void nobodyGivesThemselvesAnotherRole() {
    settings(asker, true).statusCode(200).body("roleChangesApproved", equalTo(true));

    String change =
        roles(asker, asker, "CARRIER_ADMINISTRATOR", "CARRIER_ANALYST")
            .statusCode(202)
            .body("status", equalTo("WAITING"))
            .body("userId", equalTo(asker.id().toString()))
            .extract()
            .path("id");
    assertThat(rolesOf(asker)).containsExactly("CARRIER_ADMINISTRATOR");
    decide(asker, change, "approve").statusCode(409);
    assertThat(rolesOf(asker)).containsExactly("CARRIER_ADMINISTRATOR");

    decide(second, change, "approve").statusCode(200).body("status", equalTo("APPROVED"));

    assertThat(rolesOf(asker))
        .containsExactlyInAnyOrder("CARRIER_ADMINISTRATOR", "CARRIER_ANALYST");
  }

  @Test
  void aSensitiveRoleOfSomebodyElseWaitsAndAnotherDoesNot() {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, asker.organizationId());
    settings(asker, true).statusCode(200);

    roles(asker, analyst, "CARRIER_REVIEWER").statusCode(200);
    roles(asker, analyst, "CARRIER_REVIEWER", "CARRIER_PRIVACY_OFFICER").statusCode(202);
    roles(asker, analyst, "CARRIER_REVIEWER", "CARRIER_PRIVACY_OFFICER").statusCode(409);
    api.as(asker)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "email",
                UUID.randomUUID() + "@invited.example",
                "name",
                "Ines",
                "roles",
                List.of("CARRIER_ADMINISTRATOR")))
        .post("/v1/invitations")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("ROLE_NEEDS_APPROVAL"));
  }

  @Test
  void aRefusedChangeIsNotMade() {
    settings(asker, true).statusCode(200);
    String change =
        roles(asker, asker, "CARRIER_ADMINISTRATOR", "CARRIER_ANALYST")
            .statusCode(202)
            .extract()
            .path("id");

    decide(second, change, "refuse").statusCode(200).body("status", equalTo("REFUSED"));

    assertThat(rolesOf(asker)).containsExactly("CARRIER_ADMINISTRATOR");
    decide(second, change, "approve").statusCode(412);
    api.as(second)
        .get("/v1/role-changes")
        .then()
        .statusCode(200)
        .body("items.status", equalTo(List.of("REFUSED")));
  }

  @Test
  void whatHasChangedMeanwhileIsAskedForAnew() {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, asker.organizationId());
    settings(asker, true).statusCode(200);
    String change =
        roles(asker, analyst, "CARRIER_ANALYST", "CARRIER_PRIVACY_OFFICER")
            .statusCode(202)
            .extract()
            .path("id");
    roles(second, analyst, "CARRIER_AUDITOR").statusCode(200);

    decide(second, change, "approve").statusCode(409);

    assertThat(rolesOf(analyst)).containsExactly("CARRIER_AUDITOR");
  }

  @Test
  void onlyWhoHasASecondAdministratorAsksForOne() {
    TestUser alone = crowd.someone(Role.CARRIER_ADMINISTRATOR);

    settings(alone, true).statusCode(409);
  }

  @Test
  void theLastButOneAdministratorStays() {
    settings(asker, true).statusCode(200);

    api.as(asker)
        .header("If-Match", etag(asker, second))
        .noContentType()
        .post("/v1/users/" + second.id() + "/disable")
        .then()
        .statusCode(409);
  }

  @Test
  void theSecondAdministratorConsentsToBeingNeededNoMore() {
    settings(asker, true).statusCode(200);
    String change =
        settings(asker, false)
            .statusCode(202)
            .body("kind", equalTo("APPROVAL_OFF"))
            .extract()
            .path("id");
    assertThat(approved(asker)).isTrue();

    decide(second, change, "approve").statusCode(200);

    assertThat(approved(asker)).isFalse();
  }

  /** What was asked for in a stolen session is over when its owner was shut out. */
  @Test
  void whatWasAskedForByWhoIsNoAdministratorAnyMoreIsNotDone() {
    TestUser third = crowd.someone(Role.CARRIER_ADMINISTRATOR, asker.organizationId());
    settings(asker, true).statusCode(200);
    String grant =
        roles(third, asker, "CARRIER_ADMINISTRATOR", "CARRIER_PRIVACY_OFFICER")
            .statusCode(202)
            .extract()
            .path("id");
    String off = settings(third, false).statusCode(202).extract().path("id");
    roles(second, third, "CARRIER_ANALYST").statusCode(200);

    decide(asker, grant, "approve").statusCode(409);
    decide(second, off, "approve").statusCode(409);

    assertThat(rolesOf(asker)).containsExactly("CARRIER_ADMINISTRATOR");
    assertThat(approved(asker)).isTrue();
    decide(second, grant, "refuse").statusCode(200);
  }

  @Test
  void afterAWeekWithoutRefusalNobodyIsStuck() {
    settings(asker, true).statusCode(200);
    settings(asker, false).statusCode(202);
    crowd.run(
        "update role_change set expires_at = utc_timestamp(6) where organization_id = ?",
        asker.organizationId());

    settings(asker, false).statusCode(200).body("roleChangesApproved", equalTo(false));
  }

  @Test
  void whoeverIsConcernedIsToldByMailWithoutNames() {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, asker.organizationId());

    roles(asker, analyst, "CARRIER_REVIEWER").statusCode(200);

    assertThat(mailbox.newestAbout("You were given a role at Upline", analyst.email(), 1))
        .doesNotContain("Sam Sample");
    assertThat(mailbox.newestAbout("You lost a role at Upline", analyst.email(), 1)).isNotBlank();
    assertThat(mailbox.newestAbout("A person was given a role at Upline", second.email(), 1))
        .doesNotContain("Sam Sample");
  }

  @Test
  void administratorsAreToldOfSecretsAndSettings() {
    String machine =
        api.as(asker)
            .contentType(ContentType.JSON)
            .body(
                Map.of(
                    "name",
                    "CRM",
                    "role",
                    "CARRIER_ANALYST",
                    "scopes",
                    List.of("disclosed-relationships:read")))
            .post("/v1/service-accounts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.as(asker)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/service-accounts/" + machine + "/secrets")
        .then()
        .statusCode(201);
    settings(asker, true).statusCode(200);

    assertThat(mailbox.newestAbout("A service account got a credential", second.email(), 1))
        .isNotBlank();
    assertThat(mailbox.newestAbout("The security settings were changed", second.email(), 1))
        .isNotBlank();
  }

  private ValidatableResponse roles(TestUser by, TestUser of, String... roles) {
    return api.as(by)
        .header("If-Match", etag(by, of))
        .contentType(ContentType.JSON)
        .body(Map.of("roles", roles))
        .put("/v1/users/" + of.id() + "/roles")
        .then();
  }

  private ValidatableResponse settings(TestUser by, boolean approved) {
    return api.as(by)
        .header("If-Match", api.as(by).get("/v1/security-settings").header("ETag"))
        .contentType(ContentType.JSON)
        .body(Map.of("secondFactorRequired", false, "roleChangesApproved", approved))
        .put("/v1/security-settings")
        .then();
  }

  private ValidatableResponse decide(TestUser by, String change, String step) {
    return api.as(by)
        .header("If-Match", "\"1\"")
        .noContentType()
        .post("/v1/role-changes/" + change + "/" + step)
        .then();
  }

  private boolean approved(TestUser by) {
    return api.as(by).get("/v1/security-settings").path("roleChangesApproved");
  }

  private List<String> rolesOf(TestUser person) {
    return api.as(asker).get("/v1/users/" + person.id()).path("roles");
  }

  private String etag(TestUser by, TestUser of) {
    return api.as(by).get("/v1/users/" + of.id()).header("ETag");
  }
}
