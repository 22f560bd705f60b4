package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;
import static app.upline.testing.SignInElsewhere.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.TestUser;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator says where the organization's people sign in. */
@Tag("engine")
@MicronautTest(transactional = false)
class IdentityProviderTest extends AtAProvider {
  private static final Map<String, String> ROLES = Map.of("analysts", "CARRIER_ANALYST");

  private TestUser administrator;
  private Map<String, Object> agreement;

  @BeforeEach
  void aCarrier() {
    administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    agreement = agreement(provider.issuer(), ROLES);
  }

  @Test
  void itIsSetChangedAndRemovedByWhoeverSawTheVersionAtHand() {
    read()
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("configured", equalTo(false))
        .body("organizationId", equalTo(administrator.organizationId().toString()))
        .body("redirectUri", equalTo(OpenIdProvider.REDIRECT_URI))
        .body("issuer", equalTo(null));
    put(null, agreement).then().statusCode(428);
    put("\"1\"", agreement).then().statusCode(412);
    put("\"0\"", agreement)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("configured", equalTo(true))
        .body("issuer", equalTo(provider.issuer()))
        .body("client", equalTo(OpenIdProvider.CLIENT))
        .body("roles.value", equalTo(List.of("analysts")));
    put("\"0\"", agreement).then().statusCode(412);

    delete("\"0\"").then().statusCode(412);
    delete("\"1\"").then().statusCode(204);
    // The version does not start over: the next provider is not mistaken for this one.
    read().then().header("ETag", "\"2\"").body("configured", equalTo(false));
    delete("\"2\"").then().statusCode(204);
    put("\"1\"", agreement).then().statusCode(412);
  }

  @Test
  void everyChangeIsOnRecordWithWhatItWasAndIs() {
    elsewhere.configure(administrator, agreement);
    agreement.put("rolesClaim", "roles");
    elsewhere.configure(administrator, agreement);
    delete("\"2\"");

    List<String> digests =
        crowd.strings(
            "select concat_ws(' ', coalesce(before_sha256, '-'), coalesce(after_sha256, '-')) from audit_object where organization_id = ? and kind = 'identity-provider' order by seq",
            administrator.organizationId());
    assertThat(digests).hasSize(3);
    assertThat(digests.getFirst()).matches("- [0-9a-f]{64}");
    assertThat(digests.get(1)).matches("[0-9a-f]{64} [0-9a-f]{64}");
    assertThat(digests.getLast()).matches("[0-9a-f]{64} -");
  }

  @Test
  void otherOrganizationsSeeAndChangeTheirOwnOnly() {
    elsewhere.configure(administrator, agreement).then().statusCode(200);
    TestUser stranger = crowd.someone(Role.CARRIER_ADMINISTRATOR);

    Response seen = api.as(stranger).get("/v1/identity-provider");
    seen.then().statusCode(200).body("configured", equalTo(false));
    assertThat(seen.asString()).doesNotContain(provider.issuer());
    api.as(stranger).header("If-Match", "*").delete("/v1/identity-provider").then().statusCode(204);
    read().then().body("configured", equalTo(true));
  }

  @Test
  void whatCannotWorkIsRefusedWhenItIsSaved() {
    agreement.put(
        "roles",
        List.of(
            Map.of("value", "analysts", "role", "CARRIER_ANALYST"),
            Map.of("value", "reporters", "role", "AGENCY_REPORTER")));
    agreement.put("issuer", "ldap://login.harborline.example");
    elsewhere
        .configure(administrator, agreement)
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("INVALID_ISSUER", "ROLE_OF_OTHER_SIDE"))
        .body("errors.pointer", containsInAnyOrder("/issuer", "/roles/1/role"));

    for (String nowhere :
        List.of(
            "https://no-such-host.invalid",
            // Something listens there, and it is no provider.
            api.url(),
            // A provider, and not by this name.
            provider.issuer() + "/",
            provider.issuer().replace("127.0.0.1", "localhost"),
            // Not public, wherever the name leads.
            "https://10.0.0.1",
            "http://169.254.169.254",
            "https://[fd00::1]")) {
      Map<String, Object> faulty = agreement(nowhere, ROLES);
      elsewhere
          .configure(administrator, faulty)
          .then()
          .statusCode(422)
          .body("errors.code", equalTo(List.of("NO_PROVIDER_THERE")));
    }
    for (String odd :
        List.of(
            "not an address",
            "https://user@host.example",
            "https://host.example?query=1",
            "https:///path")) {
      elsewhere
          .configure(administrator, agreement(odd, ROLES))
          .then()
          .statusCode(422)
          .body("errors.code", equalTo(List.of("INVALID_ISSUER")));
    }
    read().then().header("ETag", "\"0\"");
  }

  @Test
  void addressesAreNotTriedOutByTheDozen() {
    int refusals = 0;
    for (int i = 0; i < 40; i++) {
      Response answer = elsewhere.configure(administrator, agreement("not an address", ROLES));
      refusals += answer.statusCode() == 429 ? 1 : 0;
    }
    assertThat(refusals).isBetween(1, 10);
    TestUser other = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    elsewhere.configure(other, agreement).then().statusCode(200);
  }

  @Test
  void whoWasWhoThereIsForgottenWithTheProvider() {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, administrator.organizationId());
    elsewhere.configure(administrator, agreement);
    signIn("first-" + analyst.id(), analyst, 201);
    signIn("second-" + analyst.id(), analyst, 403);

    delete("\"1\"").then().statusCode(204);
    elsewhere.configure(administrator, agreement).then().statusCode(200);
    signIn("second-" + analyst.id(), analyst, 201);
  }

  private void signIn(String subject, TestUser who, int status) {
    elsewhere
        .signIn(provider, who.organizationId(), person(subject, who.email(), "analysts"))
        .then()
        .statusCode(status);
  }

  private Response read() {
    return api.as(administrator).get("/v1/identity-provider");
  }

  private Response put(String tag, Map<String, ?> body) {
    var request = api.as(administrator).contentType(ContentType.JSON).body(body);
    return tag == null
        ? request.put("/v1/identity-provider")
        : request.header("If-Match", tag).put("/v1/identity-provider");
  }

  private Response delete(String tag) {
    return api.as(administrator).header("If-Match", tag).delete("/v1/identity-provider");
  }
}
