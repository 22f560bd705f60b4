package app.upline.identity.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session whose refresh token no page can read. */
@Tag("engine")
@MicronautTest(transactional = false)
class BrowserSessionTest {

  private static final String COOKIE = "__Host-upline-session";

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void aPerson() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void theRefreshTokenStaysInACookieThatPagesCannotRead() {
    Response signedIn = signIn();
    signedIn
        .then()
        .statusCode(201)
        .body("session.accessToken", notNullValue())
        .body("session.refreshToken", nullValue())
        .body("session.refreshExpiresIn", equalTo(43_200));
    assertThat(signedIn.header("Set-Cookie"))
        .startsWith(COOKIE + "=")
        .contains("; Max-Age=43200", "; Path=/", "; Secure", "; HTTPOnly", "; SameSite=Strict")
        .doesNotContain("Domain");

    Response next = refresh(ofThisOrigin(), signedIn.cookie(COOKIE));
    next.then().statusCode(201).body("refreshToken", nullValue());
    assertThat(next.cookie(COOKIE)).isNotBlank().isNotEqualTo(signedIn.cookie(COOKIE));
    refresh(ofThisOrigin(), next.cookie(COOKIE)).then().statusCode(201);
  }

  @Test
  void twoTabsAndADuplicatedOneGoOnTogether() {
    String cookie = signIn().cookie(COOKIE);
    String ofOneTab = refresh(ofThisOrigin(), cookie).cookie(COOKIE);
    String ofTheOther = refresh(ofThisOrigin(), cookie).cookie(COOKIE);
    assertThat(ofTheOther).isEqualTo(ofOneTab);
    refresh(ofThisOrigin(), ofOneTab).then().statusCode(201);
  }

  @Test
  void whatAnotherPageMakesTheBrowserSendIsNotLookedAt() {
    String cookie = signIn().cookie(COOKIE);
    for (RequestSpecification foreign :
        new RequestSpecification[] {
          post().header("Sec-Fetch-Site", "cross-site"),
          post().header("Sec-Fetch-Site", "same-site"),
          post().header("Sec-Fetch-Site", "none")
        }) {
      refresh(foreign, cookie)
          .then()
          .statusCode(401)
          .body("type", equalTo("urn:upline:problem:session-ended"));
    }
    for (String origin : new String[] {"https://evil.example", "null"}) {
      assertThat(refresh(anybody().header("Origin", origin), cookie).statusCode())
          .as(origin)
          .isIn(401, 403);
    }
    end(post().header("Sec-Fetch-Site", "cross-site"), cookie).then().statusCode(204);
    refresh(post().header("Origin", server.getURL().toString()), cookie).then().statusCode(201);
  }

  @Test
  void theCookieOpensNothingButItsSession() {
    given()
        .filter(ContractFilter.ofContract())
        .port(server.getPort())
        .header("Cookie", COOKIE + "=" + signIn().cookie(COOKIE))
        .get("/v1/me")
        .then()
        .statusCode(401);
  }

  @Test
  void signingOutEndsTheSessionAndTheCookie() {
    String cookie = signIn().cookie(COOKIE);
    Response ended = end(ofThisOrigin(), cookie);
    ended.then().statusCode(204);
    assertThat(ended.header("Set-Cookie")).startsWith(COOKIE + "=").contains("Max-Age=0");
    refresh(ofThisOrigin(), cookie).then().statusCode(401);
  }

  @Test
  void withoutTokenAndCookieThereIsNoSession() {
    post().body("{}").post("/v1/sessions/refresh").then().statusCode(401);
    post().body("{}").post("/v1/sessions/end").then().statusCode(204);
  }

  private Response signIn() {
    return post()
        .body(
            Map.of(
                "email",
                reporter.email(),
                "password",
                reporter.password(),
                "refreshTokenIn",
                "COOKIE"))
        .post("/v1/sessions");
  }

  private Response refresh(RequestSpecification browser, String cookie) {
    return browser.header("Cookie", COOKIE + "=" + cookie).body("{}").post("/v1/sessions/refresh");
  }

  private Response end(RequestSpecification browser, String cookie) {
    return browser.header("Cookie", COOKIE + "=" + cookie).body("{}").post("/v1/sessions/end");
  }

  private RequestSpecification ofThisOrigin() {
    return post().header("Sec-Fetch-Site", "same-origin");
  }

  private RequestSpecification post() {
    return anybody().filter(ContractFilter.ofContract());
  }

  /** What refuses pages of other origins comes before the contract. */
  private RequestSpecification anybody() {
    return given().port(server.getPort()).contentType(ContentType.JSON);
  }
}
