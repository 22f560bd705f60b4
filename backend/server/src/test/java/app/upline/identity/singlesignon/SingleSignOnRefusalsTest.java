package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;
import static app.upline.testing.SignInElsewhere.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.TestUser;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real OpenID provider says of a person, and does not let them in here. */
@Tag("engine")
@MicronautTest(transactional = false)
class SingleSignOnRefusalsTest extends AnAgencyAtAProvider {
  @Test
  void anAddressThatIsNotVerifiedFindsAndMakesNobody() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    for (Object verified : new Object[] {false, "true", 1}) {
      Map<String, Object> claims = person(subject, reporter.email(), "reporters");
      claims.put("email_verified", verified);
      refused(signIn(claims));
    }
    Map<String, Object> without = person(subject, email, "reporters");
    without.remove("email_verified");
    refused(signIn(without));
    assertThat(notes())
        .hasSize(4)
        .containsOnly("The provider gives no e-mail address that it has verified.");
    assertThat(crowd.count("select count(*) from app_user where email = ?", email)).isZero();
  }

  @Test
  void nobodyOfAnotherOrganizationIsEverFound() {
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);

    refused(signIn(person(subject, stranger.email(), "reporters")));

    assertThat(notes())
        .containsExactly("The e-mail address cannot be linked to this person of the provider.");
    assertThat(
            crowd.count("select count(*) from federated_identity where user_id = ?", stranger.id()))
        .isZero();
    // The same person of the same provider is another person for another organization.
    String id = signIn(person(subject, email, "reporters")).path("session.user.id");
    TestUser neighbor = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    elsewhere.configure(neighbor, agreement(provider.issuer(), ROLES));
    refused(
        elsewhere.signIn(provider, neighbor.organizationId(), person(subject, email, "reporters")));
    assertThat(crowd.ids("select user_id from federated_identity where subject = ?", subject))
        .containsExactly(UUID.fromString(id));
  }

  @Test
  void whatOnlyLooksLikeAMailboxOrASubjectOfOursIsAnother() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    String local = reporter.email();

    refused(signIn(person(subject, local.replace("people", "peop\uFF4Ce"), "reporters")));
    refused(signIn(person(subject, local.replace("people", "p\u00E9ople"), "reporters")));
    refused(signIn(person(subject, local.replace("people", "peo\u200Bple"), "reporters")));
    signIn(person(subject, email, "reporters")).then().statusCode(201);
    // The database pads: to it these two are the same.
    refused(signIn(person(subject + " ", reporter.email(), "reporters")));

    assertThat(
            crowd.count("select count(*) from federated_identity where user_id = ?", reporter.id()))
        .isZero();
  }

  @Test
  void whatTwoAdministratorsAgreeOnNoClaimGives() {
    crowd.run(
        "insert into organization_security (organization_id, role_changes_approved, second_factor_required, version) values (?, true, false, 1)",
        agency);
    try {
      signIn(person(subject, email, "reporters", "administrators"))
          .then()
          .statusCode(201)
          .body("session.user.roles", org.hamcrest.Matchers.contains("AGENCY_REPORTER"));
      refused(signIn(person("other-" + subject, "other-" + email, "administrators")));
    } finally {
      crowd.run("delete from organization_security where organization_id = ?", agency);
    }
  }

  @Test
  void withoutAMappedRoleNobodyComesInAlsoWhoCameInBefore() {
    refused(signIn(person(subject, email, "other things")));
    refused(signIn(person(subject, email)));
    assertThat(crowd.count("select count(*) from app_user where email = ?", email)).isZero();

    signIn(person(subject, email, "reporters")).then().statusCode(201);
    Map<String, Object> without = person(subject, email);
    without.remove("groups");
    refused(signIn(without));
    assertThat(notes()).hasSize(3).containsOnly("No value of the roles claim gives a role here.");
  }

  @Test
  void aDisabledPersonStaysOut() {
    String id = signIn(person(subject, email, "reporters")).path("session.user.id");
    disable(id);
    refused(signIn(person(subject, email, "administrators")));

    // Also when only the address is known yet.
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    disable(reporter.id().toString());
    refused(signIn(person("new-" + subject, reporter.email(), "reporters")));

    assertThat(notes()).containsExactly("The account is disabled.", "The account is disabled.");
    api.as(administrator)
        .get("/v1/users/" + id)
        .then()
        .body("status", equalTo("DISABLED"))
        .body("roles", equalTo(List.of("AGENCY_REPORTER")));
  }

  /** The same answer whatever the reason. */
  private static void refused(Response response) {
    response
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:upline:problem:not-admitted"))
        .body(
            "detail",
            equalTo("Ask an administrator of your organization: its audit trail says why."));
  }

  /** Why people were refused, as the trail has it. */
  private List<String> notes() {
    return crowd.strings(
        "select note from audit_event where organization_id = ? and operation = 'completeSingleSignOn' and outcome = 'REFUSED' order by seq",
        agency);
  }

  private void disable(String id) {
    String tag = api.as(administrator).get("/v1/users/" + id).header("ETag");
    api.as(administrator)
        .header("If-Match", tag)
        .contentType(ContentType.JSON)
        .post("/v1/users/" + id + "/disable")
        .then()
        .statusCode(200);
  }
}
