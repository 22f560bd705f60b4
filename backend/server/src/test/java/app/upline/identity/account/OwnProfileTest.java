package app.upline.identity.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.ContractFilter;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people are called, and where they are written to. */
@Tag("engine")
@MicronautTest(transactional = false)
class OwnProfileTest {

  @Inject Api api;
  @Inject TestUsers users;
  @Inject Mailbox mailbox;

  private TestUser person;

  @BeforeEach
  void somebody() {
    person = users.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aNameCountsAtOnce() {
    post(person, "/v1/me/name", Map.of("name", "  Robin   Reporter "))
        .statusCode(200)
        .body("name", equalTo("Robin Reporter"));
    api.as(person).get("/v1/me").then().body("name", equalTo("Robin Reporter"));
    post(person, "/v1/me/name", Map.of("name", " x ")).statusCode(422);
  }

  @Test
  void anAddressCountsOnceItsMailboxHasConfirmedIt() {
    TestUser administrator = users.someone(Role.AGENCY_ADMINISTRATOR, person.organizationId());
    String address = UUID.randomUUID() + "@people.example";
    email(person, address.toUpperCase()).statusCode(202);
    assertThat(mailbox.newestAbout("Another e-mail address was asked for", person.email(), 1))
        .doesNotContain(address);
    api.as(person).get("/v1/me").then().body("email", equalTo(person.email()));
    signIn(address).statusCode(401);

    String token = mailbox.tokenFor(address, 1);
    confirm(token).statusCode(204);

    confirm(token).statusCode(422).body("errors.code", contains("LINK_INVALID"));
    api.as(person).get("/v1/me").then().body("email", equalTo(address));
    signIn(address).statusCode(201);
    signIn(person.email()).statusCode(401);
    assertThat(mailbox.newestAbout("Your account has another e-mail address", person.email(), 1))
        .doesNotContain(address);
    assertThat(mailbox.newestAbout("A person has another e-mail address", administrator.email(), 1))
        .doesNotContain(address);
  }

  @Test
  void ofSeveralTheLastOneCounts() {
    String first = UUID.randomUUID() + "@people.example";
    String second = UUID.randomUUID() + "@people.example";
    email(person, first).statusCode(202);
    String stale = mailbox.tokenFor(first, 1);
    email(person, second).statusCode(202);
    String good = mailbox.tokenFor(second, 1);
    confirm(stale).statusCode(422);
    confirm(good).statusCode(204);
    api.as(person).get("/v1/me").then().body("email", equalTo(second));
  }

  @Test
  void whoseAddressItIsAlreadyIsToldToThatMailboxAlone() {
    TestUser other = users.someone(Role.CARRIER_ANALYST);
    email(person, other.email()).statusCode(202);
    assertThat(mailbox.newestFor(other.email(), 1))
        .contains("the address of an account already")
        .doesNotContain("#token=");
    email(person, person.email()).statusCode(422).body("errors.code", contains("SAME_ADDRESS"));
    email(person, "nobody").statusCode(422).body("errors.code", contains("INVALID_EMAIL"));
  }

  @Test
  void anAddressThatSomebodyGotMeanwhileIsNotTaken() {
    String address = UUID.randomUUID() + "@people.example";
    email(person, address).statusCode(202);
    String token = mailbox.tokenFor(address, 1);
    TestUser faster = users.someone(Role.CARRIER_ANALYST);
    users.run("update app_user set email = ? where id = ?", address, faster.id());
    confirm(token).statusCode(422);
    api.as(person).get("/v1/me").then().body("email", equalTo(person.email()));
  }

  @Test
  void whoDidNotSignInLatelyConfirmsFirst() {
    users.run(
        "update session set confirmed_at = utc_timestamp(6) - interval 2 hour where user_id = ?",
        person.id());
    email(person, UUID.randomUUID() + "@people.example").statusCode(403);
  }

  private ValidatableResponse email(TestUser by, String address) {
    return post(by, "/v1/me/email", Map.of("email", address));
  }

  private ValidatableResponse post(TestUser by, String path, Map<String, String> body) {
    return api.as(by).contentType(ContentType.JSON).body(body).post(path).then();
  }

  private ValidatableResponse confirm(String token) {
    return given()
        .baseUri(api.url())
        .filter(ContractFilter.ofContract())
        .contentType(ContentType.JSON)
        .body(Map.of("token", token))
        .post("/v1/email-changes/confirm")
        .then();
  }

  private ValidatableResponse signIn(String address) {
    return given()
        .baseUri(api.url())
        .filter(ContractFilter.ofContract())
        .contentType(ContentType.JSON)
        .body(Map.of("email", address, "password", person.password()))
        .post("/v1/sessions")
        .then();
  }
}
