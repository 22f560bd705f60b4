package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;
import static app.upline.testing.SignInElsewhere.comingBack;
import static app.upline.testing.SignInElsewhere.person;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.platform.sweep.Sweeper;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.TestUser;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each step of signing in elsewhere belongs to the one before, and works once. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.http.trusted-proxies", value = "127.0.0.1")
class SingleSignOnStepsTest extends AtAProvider {
  @Inject Sweeper sweeper;

  private TestUser administrator;
  private UUID agency;
  private Map<String, Object> robin;

  @BeforeEach
  void anAgencyWithAProvider() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    agency = administrator.organizationId();
    robin = person("subject-" + ids.next(), ids.next() + "@harborline.example", "reporters");
    elsewhere.configure(administrator, agreed()).then().statusCode(200);
  }

  @Test
  void aSignInIsFinishedOnce() {
    Response begun = elsewhere.begin(agency);
    Map<String, String> back = comeBack(begun);

    elsewhere.complete(back).then().statusCode(201);
    failed(elsewhere.complete(back));
  }

  @Test
  void aSignInThatFailedCannotBeFinishedLater() {
    Map<String, String> back = comeBack(elsewhere.begin(agency));
    Map<String, String> guessed = new HashMap<>(back);
    guessed.put("code", "guessed");

    failed(elsewhere.complete(guessed));
    failed(elsewhere.complete(back));
  }

  @Test
  void nobodyFinishesWhatAnotherBrowserBegan() {
    Map<String, String> own = comeBack(elsewhere.begin(agency));
    Map<String, String> stolen = comeBack(elsewhere.begin(agency));

    // A person is made to come back with another's state and code.
    Map<String, String> mixed = new HashMap<>(stolen);
    mixed.put("browserSecret", own.get("browserSecret"));
    failed(elsewhere.complete(mixed));
    // A code that was caught is of no use in a sign-in of one's own: PKCE and nonce differ.
    Map<String, String> injected = new HashMap<>(own);
    injected.put("code", stolen.get("code"));
    failed(elsewhere.complete(injected));
  }

  @Test
  void aNonceOrAChallengeThatWasChangedOnTheWayIsNoticed() {
    failed(tampered("nonce=[^&]+", "nonce=another"));
    failed(
        tampered(
            "code_challenge=[^&]+", "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    tampered("nothing", "at all").then().statusCode(201);
  }

  @Test
  void theAnswerMustComeFromTheProviderThatWasAsked() {
    Map<String, String> other = comeBack(elsewhere.begin(agency));
    other.put("iss", "https://login.elsewhere.example");
    failed(elsewhere.complete(other));

    // This provider always says who it is: without that, it is not its answer.
    Map<String, String> silent = comeBack(elsewhere.begin(agency));
    silent.remove("iss");
    failed(elsewhere.complete(silent));
  }

  @Test
  void afterTenMinutesItIsTooLateAndNothingIsKept() {
    Response begun = elsewhere.begin(agency);
    begun.then().statusCode(201).body("expiresIn", equalTo(600));
    Map<String, String> back = comeBack(begun);
    crowd.run(
        "update single_sign_on_attempt set expires_at = expires_at - interval 10 minute where organization_id = ?",
        agency);

    failed(elsewhere.complete(back));
    sweeper.sweep();
    assertThat(underWay()).isZero();
  }

  @Test
  void whatIsKeptOfASignInUnderWayDoesNotFinishIt() {
    Response begun = elsewhere.begin(agency);
    assertThat(
            crowd.count(
                "select count(*) from single_sign_on_attempt where state_sha256 = ? or browser_sha256 = ?",
                begun.path("state"),
                begun.path("browserSecret")))
        .isZero();
    assertThat(underWay()).isOne();
  }

  @Test
  void aProviderThatWasChangedOrRemovedMeanwhileIsNotAsked() {
    Map<String, String> back = comeBack(elsewhere.begin(agency));
    Map<String, Object> other = agreed();
    other.put("client", "another");
    elsewhere.configure(administrator, other).then().statusCode(200);
    failed(elsewhere.complete(back));

    elsewhere.configure(administrator, agreed()).then().statusCode(200);
    Map<String, String> later = comeBack(elsewhere.begin(agency));
    api.as(administrator)
        .header("If-Match", api.as(administrator).get("/v1/identity-provider").header("ETag"))
        .delete("/v1/identity-provider")
        .then()
        .statusCode(204);
    failed(elsewhere.complete(later));
    elsewhere.begin(agency).then().statusCode(404);
  }

  @Test
  void anOrganizationWithoutAProviderAndNoneAtAllAreAnsweredAlike() {
    UUID without = crowd.agency();
    String answer = elsewhere.begin(without).then().statusCode(404).extract().path("detail");
    elsewhere.begin(UUID.randomUUID()).then().statusCode(404).body("detail", equalTo(answer));
  }

  @Test
  void aSecretThatTheProviderDoesNotAcceptIsAMatterForTheAdministrator() {
    Map<String, Object> wrong = agreed();
    wrong.put("clientSecret", "not the secret");
    elsewhere.configure(administrator, wrong).then().statusCode(200);

    down(elsewhere.complete(comeBack(elsewhere.begin(agency))));
    assertThat(
            crowd.strings(
                "select note from audit_event where organization_id = ? and outcome = 'FAILED'",
                agency))
        .containsExactly("The provider does not accept our client and secret.");
  }

  @Test
  void aProviderThatIsGoneIsToldFromASignInThatIsWrong() {
    TestUser other = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    Map<String, String> back;
    try (OpenIdProvider gone = OpenIdProvider.start()) {
      Map<String, Object> agreement =
          agreement(gone.issuer(), Map.of("reporters", "AGENCY_REPORTER"));
      elsewhere.configure(other, agreement).then().statusCode(200);
      Response begun = elsewhere.begin(other.organizationId());
      back = comingBack(begun, gone.signIn(begun.path("authorizationUrl"), robin));
    }
    down(elsewhere.complete(back));
  }

  @Test
  void tooManyFromOneAddressAreSlowedDownAndNobodyElse() {
    int refusals = 0;
    for (int i = 0; i < 220; i++) {
      refusals += from("203.0.113.77") == 429 ? 1 : 0;
    }
    assertThat(refusals).isBetween(1, 20);
    assertThat(from("203.0.113.177")).isEqualTo(404);
  }

  private int from(String address) {
    return given()
        .baseUri(api.url())
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("organizationId", UUID.randomUUID()))
        .post("/v1/single-sign-ons")
        .statusCode();
  }

  private Map<String, Object> agreed() {
    return agreement(provider.issuer(), Map.of("reporters", "AGENCY_REPORTER"));
  }

  private Map<String, String> comeBack(Response begun) {
    return comingBack(begun, provider.signIn(begun.path("authorizationUrl"), robin));
  }

  private Response tampered(String pattern, String replacement) {
    return elsewhere.signIn(provider, agency, robin, url -> url.replaceAll(pattern, replacement));
  }

  private long underWay() {
    return crowd.count(
        "select count(*) from single_sign_on_attempt where organization_id = ?", agency);
  }

  private static void failed(Response response) {
    response
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:upline:problem:single-sign-on-failed"));
  }

  private static void down(Response response) {
    response
        .then()
        .statusCode(502)
        .body("type", equalTo("urn:upline:problem:identity-provider-failed"));
  }
}
