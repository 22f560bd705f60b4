package app.upline.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.testing.Api;
import app.upline.testing.ContractFilter;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One mailbox has one account, one count of guesses and one address to write to. */
@Tag("engine")
@MicronautTest(transactional = false)
class AddressTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();
  private static final int STRANGERS_BURST = 20;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;

  @Test
  void theSameAddressSignsInHoweverItIsTyped() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);

    signIn(person.email().toUpperCase(Locale.ROOT), person).then().statusCode(201);
    signIn(person.email().replace("people", "peop\uFF4Ce"), person).then().statusCode(201);
  }

  @Test
  void anAddressWithAnAccentOrSomethingInvisibleIsNobodys() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);

    signIn(person.email().replace("people", "p\u00E9ople"), person).then().statusCode(401);
    signIn(person.email().replace("people", "peo\u200Bple"), person).then().statusCode(401);
    signIn(person.email().replace("people", "peo\u00ADple"), person).then().statusCode(401);
  }

  @Test
  void everySpellingCountsAsTheSameAccount() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    crowd.run("delete from known_sign_in_source where user_id = ?", person.id());
    String[] spellings = {
      person.email(),
      person.email().toUpperCase(Locale.ROOT),
      person.email().replace("people", "\uFF50eople"),
      person.email().replace("people", "peop\uFF4Ce"),
    };
    for (int i = 0; i < STRANGERS_BURST; i++) {
      signIn(spellings[i % spellings.length], "not it").then().statusCode(401);
    }
    for (String spelling : spellings) {
      signIn(spelling, "not it").then().statusCode(429);
    }
  }

  @Test
  void aResetGoesToTheAddressThatIsStored() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    String typed = person.email().replace("people.example", "peop\uFF4Ce.e\uFF58ample");

    post("/v1/password-resets", Map.of("email", typed)).then().statusCode(202);

    assertThat(mailbox.tokenFor(person.email(), 1)).isNotBlank();
  }

  @Test
  void aResetForAnAddressThatOnlyLooksAlikeGoesNowhere() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);

    post("/v1/password-resets", Map.of("email", person.email().replace("people", "p\u00E9ople")))
        .then()
        .statusCode(202);
    post("/v1/password-resets", Map.of("email", person.email())).then().statusCode(202);

    mailbox.tokenFor(person.email(), 1);
    assertThat(mailbox.to(person.email())).hasSize(1);
  }

  @Test
  void nobodyIsInvitedTwiceByAnotherSpelling() {
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    String address = UUID.randomUUID() + "@invited.example";
    invite(administrator, address).then().statusCode(201).body("email", equalTo(address));

    invite(administrator, address.replace("invited", "INV\uFF49TED"))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("INVITED_ALREADY"));
    invite(administrator, "re\u00E9porter@invited.example")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("INVALID_EMAIL"));
    invite(administrator, "re\u200Bporter@invited.example")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("INVALID_EMAIL"));
  }

  private Response invite(TestUser administrator, String address) {
    return api.as(administrator)
        .contentType(ContentType.JSON)
        .body(Map.of("email", address, "name", "Ines", "roles", new String[] {"AGENCY_REPORTER"}))
        .post("/v1/invitations");
  }

  private Response signIn(String email, TestUser person) {
    return signIn(email, person.password());
  }

  private Response signIn(String email, String password) {
    return post("/v1/sessions", Map.of("email", email, "password", password));
  }

  private Response post(String path, Map<String, ?> body) {
    return given()
        .baseUri(api.url())
        .filter(CONTRACT)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }
}
