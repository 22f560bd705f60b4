package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.upline.identity.Role;
import app.upline.testing.ContractFilter;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.TestUser;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in at a real OpenID provider, the whole way. */
@Tag("engine")
@MicronautTest(transactional = false)
class SingleSignOnTest extends AnAgencyAtAProvider {
  @Test
  void whoeverIsNewComesInWithTheRolesOfTheClaimAndASessionLikeAnyOther() {
    Response session = signIn(person(subject, email, "reporters", "other things"));

    session
        .then()
        .statusCode(201)
        .body("session.user.name", equalTo("Robin Remote"))
        .body("session.user.email", equalTo(email))
        .body("session.user.organization.id", equalTo(agency.toString()))
        .body("session.user.roles", equalTo(List.of("AGENCY_REPORTER")));
    with(session.path("session.accessToken"), "/v1/relationships").statusCode(200);
    with(session.path("session.accessToken"), "/v1/users").statusCode(403);
    String next =
        given()
            .baseUri(api.url())
            .filter(ContractFilter.ofContract())
            .contentType(ContentType.JSON)
            .body(Map.of("refreshToken", session.path("session.refreshToken")))
            .post("/v1/sessions/refresh")
            .then()
            .statusCode(201)
            .extract()
            .path("accessToken");
    with(next, "/v1/me").statusCode(200).body("id", equalTo(session.path("session.user.id")));
  }

  @Test
  void theBrowserIsSentThereWithStateNonceAndAChallengeOfPkce() {
    Response begun = elsewhere.begin(agency);

    Map<String, String> asked =
        OpenIdProvider.parameters(URI.create(begun.path("authorizationUrl")));
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("client_id", OpenIdProvider.CLIENT)
        .containsEntry("redirect_uri", OpenIdProvider.REDIRECT_URI)
        .containsEntry("state", begun.path("state"))
        .hasEntrySatisfying("nonce", nonce -> assertThat(nonce).hasSize(43))
        .hasEntrySatisfying("code_challenge", challenge -> assertThat(challenge).hasSize(43));
    assertThat(asked.values()).doesNotContain(begun.<String>path("browserSecret"));
  }

  @Test
  void theRolesFollowTheClaimFromSignInToSignIn() {
    signIn(person(subject, email, "reporters")).then().statusCode(201);
    Response second = signIn(person(subject, email, "attesters", "administrators"));

    second
        .then()
        .statusCode(201)
        .body("session.user.roles", equalTo(List.of("AGENCY_ATTESTER", "AGENCY_ADMINISTRATOR")));
    with(second.path("session.accessToken"), "/v1/users").statusCode(200);

    // What is taken away counts for the sessions that are open, too.
    signIn(person(subject, email, "reporters")).then().statusCode(201);
    with(second.path("session.accessToken"), "/v1/users").statusCode(403);
  }

  @Test
  void somebodyOfTheOrganizationIsFoundByTheAddressOnceAndBySubjectFromThenOn() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);

    signIn(person(subject, reporter.email().toUpperCase(), "attesters"))
        .then()
        .statusCode(201)
        .body("session.user.id", equalTo(reporter.id().toString()))
        .body("session.user.roles", equalTo(List.of("AGENCY_ATTESTER")));
    // The address counts no more: neither a new one, nor one that is not verified.
    Map<String, Object> moved = person(subject, "new-" + email, "attesters");
    moved.put("email_verified", false);
    signIn(moved).then().statusCode(201).body("session.user.id", equalTo(reporter.id().toString()));
    // Nor does it bring the account to a person who is given the address later.
    refused(signIn(person("another-" + subject, reporter.email(), "attesters")));
    // The password goes on working.
    given()
        .baseUri(api.url())
        .contentType(ContentType.JSON)
        .body(Map.of("email", reporter.email(), "password", reporter.password()))
        .post("/v1/sessions")
        .then()
        .statusCode(201);
  }

  @Test
  void theLastAdministratorStaysOneWhateverTheClaimSays() {
    signIn(person(subject, administrator.email(), "reporters"))
        .then()
        .statusCode(201)
        .body("session.user.roles", equalTo(List.of("AGENCY_REPORTER", "AGENCY_ADMINISTRATOR")));
    crowd.someone(Role.AGENCY_ADMINISTRATOR, agency);
    signIn(person(subject, administrator.email(), "reporters"))
        .then()
        .statusCode(201)
        .body("session.user.roles", equalTo(List.of("AGENCY_REPORTER")));
  }

  @Test
  void aSignInThereCountsForBothFactors() {
    crowd.run(
        "insert into organization_security (organization_id, second_factor_required, version) values (?, true, 1)",
        agency);
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    with(reporter.accessToken(), "/v1/relationships").statusCode(403);

    String token =
        signIn(person(subject, reporter.email(), "reporters")).path("session.accessToken");
    with(token, "/v1/relationships").statusCode(200);
  }

  @Test
  void everySignInIsOnRecordWithWhoItWas() {
    String id = signIn(person(subject, email, "reporters")).path("session.user.id");
    assertThat(
            crowd.strings(
                "select o.kind from audit_event e join audit_object o on o.organization_id = e.organization_id and o.seq = e.seq where e.organization_id = ? and e.operation = 'completeSingleSignOn' and e.outcome = 'SUCCEEDED' and e.actor_id = ? order by o.kind",
                agency,
                UUID.fromString(id)))
        .containsExactly("session", "user", "user-link");
    api.as(administrator)
        .get("/v1/audit-events")
        .then()
        .statusCode(200)
        .body("items.operation", hasItem("completeSingleSignOn"));
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

  private ValidatableResponse with(String token, String path) {
    return given()
        .baseUri(api.url())
        .filter(ContractFilter.ofContract())
        .header("Authorization", "Bearer " + token)
        .get(path)
        .then();
  }
}
