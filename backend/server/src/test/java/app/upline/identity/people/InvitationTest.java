package app.upline.identity.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.upline.identity.Role;
import app.upline.identity.Secret;
import app.upline.testing.Api;
import app.upline.testing.ContractFilter;
import app.upline.testing.Mailbox;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the invitation by an administrator to the first sign-in. */
@Tag("engine")
@MicronautTest(transactional = false)
class InvitationTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();
  private static final String PASSWORD = "a lantern over the prairie at dusk";

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;

  private TestUser administrator;
  private String address;

  @BeforeEach
  void anAdministratorAndANewcomer() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    address = UUID.randomUUID() + "@people.example";
  }

  @Test
  void whoIsInvitedChoosesThePasswordAndJoinsInTheRolesGiven() {
    Response invited = invite(administrator, address, "AGENCY_REPORTER", "AGENCY_ATTESTER");
    invited.then().statusCode(201).body("status", equalTo("PENDING"));
    // Nothing that opens the account is told to the person who invites.
    assertThat(invited.asString()).doesNotContain("token");

    accept(mailbox.tokenFor(address, 1), PASSWORD).then().statusCode(204);

    api.as(administrator)
        .get(invited.header("Location"))
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"));
    signIn(address, PASSWORD)
        .then()
        .statusCode(201)
        .body("session.user.organization.id", equalTo(administrator.organizationId().toString()))
        .body("session.user.roles", equalTo(List.of("AGENCY_REPORTER", "AGENCY_ATTESTER")));
    api.as(administrator).get("/v1/users").then().body("items.email", hasItem(address));
  }

  @Test
  void aLinkWorksOnceAlsoForTwoAtOnce() throws Exception {
    invite(administrator, address, "AGENCY_REPORTER");
    String token = mailbox.tokenFor(address, 1);
    Callable<Response> attempt = () -> accept(token, PASSWORD);
    assertThat(Simultaneously.statuses(attempt, attempt)).containsExactlyInAnyOrder(204, 422);
    linkInvalid(accept(token, PASSWORD));
  }

  @Test
  void aLinkIsKeptAsAHashAndMadeUpOnesDoNotWork() {
    invite(administrator, address, "AGENCY_REPORTER");
    String token = mailbox.tokenFor(address, 1);

    assertThat(crowd.count("select count(*) from email_link where token_sha256 = ?", token))
        .isZero();
    assertThat(
            crowd.count(
                "select count(*) from email_link where token_sha256 = ?",
                new Secret(token).sha256()))
        .isEqualTo(1);
    linkInvalid(accept(Secret.random().value(), PASSWORD));
    // A link of one purpose does nothing for another.
    linkInvalid(byLink("/v1/password-resets/complete", token, PASSWORD));
    accept(token, PASSWORD).then().statusCode(204);
  }

  @Test
  void anExpiredLinkDoesNotWork() {
    Response invited = invite(administrator, address, "AGENCY_REPORTER");
    String token = mailbox.tokenFor(address, 1);
    crowd.run(
        "update email_link set expires_at = utc_timestamp(6) where subject_id = ?",
        UUID.fromString(invited.path("id")));

    linkInvalid(accept(token, PASSWORD));
  }

  @Test
  void anInvitationTakenBackDoesNotWork() {
    Response invited = invite(administrator, address, "AGENCY_REPORTER");
    String token = mailbox.tokenFor(address, 1);

    revoke(invited).then().statusCode(200).body("status", equalTo("REVOKED"));

    linkInvalid(accept(token, PASSWORD));
    Response again = invite(administrator, address, "AGENCY_REPORTER");
    again.then().statusCode(201);
    accept(mailbox.tokenFor(address, 2), PASSWORD).then().statusCode(204);
    revoke(again).then().statusCode(412);
  }

  @Test
  void aBadPasswordIsRefusedAndTheLinkStaysGood() {
    invite(administrator, address, "AGENCY_REPORTER");
    String token = mailbox.tokenFor(address, 1);

    accept(token, "short")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/password")))
        .body("errors.code", equalTo(List.of("TOO_SHORT")));
    accept(token, address).then().statusCode(422).body("errors.code", hasItem("PASSWORD_TOO_EASY"));
    accept(token, PASSWORD).then().statusCode(204);
  }

  @Test
  void ownPeopleAndThoseInvitedAlreadyAreRefused() {
    invite(administrator, administrator.email(), "AGENCY_REPORTER")
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("USER_EXISTS")));
    invite(administrator, address, "AGENCY_REPORTER").then().statusCode(201);
    invite(administrator, address, "AGENCY_REPORTER")
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("INVITED_ALREADY")));
    invite(administrator, "no address", "CARRIER_ANALYST")
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("ROLE_OF_OTHER_SIDE", "INVALID_EMAIL")));
  }

  @RepeatedTest(5)
  void ofTwoInvitationsOfAnAddressAtOnceOneIsMade() throws Exception {
    TestUser colleague = crowd.someone(Role.AGENCY_ADMINISTRATOR, administrator.organizationId());
    List<Integer> statuses =
        Simultaneously.statuses(
            () -> invite(administrator, address, "AGENCY_REPORTER"),
            () -> invite(colleague, address, "AGENCY_ATTESTER"));
    assertThat(statuses).containsExactlyInAnyOrder(201, 422);
  }

  @Test
  void whoHasAnAccountElsewhereIsToldSoAndTheAdministratorLearnsNothing() {
    TestUser elsewhere = crowd.someone(Role.CARRIER_ANALYST);

    Response known = invite(administrator, elsewhere.email(), "AGENCY_REPORTER");
    Response unknown = invite(administrator, address, "AGENCY_REPORTER");

    known.then().statusCode(201);
    assertThat(known.path("status").toString()).isEqualTo(unknown.path("status"));
    assertThat(mailbox.newestFor(elsewhere.email(), 1))
        .contains("has an account there already")
        .doesNotContain("#token=");
  }

  private Response invite(TestUser by, String email, String... roles) {
    return api.as(by)
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "name", "Ines Sample", "roles", List.of(roles)))
        .post("/v1/invitations");
  }

  private Response revoke(Response invited) {
    return api.as(administrator)
        .contentType(ContentType.JSON)
        .header("If-Match", invited.header("ETag"))
        .post(invited.header("Location") + "/revoke");
  }

  private Response accept(String token, String password) {
    return byLink("/v1/invitations/accept", token, password);
  }

  private Response byLink(String path, String token, String password) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("token", token, "password", password))
        .post(path);
  }

  private static void linkInvalid(Response answer) {
    answer.then().statusCode(422).body("errors.code", equalTo(List.of("LINK_INVALID")));
  }

  private Response signIn(String email, String password) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", email, "password", password))
        .post("/v1/sessions");
  }
}
