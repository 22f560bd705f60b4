package app.upline.platform.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as a browser is sent it; it must have been built, as {@code make test} does. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class PageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

  @Inject EmbeddedServer server;

  @Test
  void thePolicyIsWhatWasAgreedWordForWord() {
    Response page = browser().get("/");
    String nonce = nonceOf(page);
    assertThat(page.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                .formatted(nonce));
  }

  @Test
  void eachPageHasANonceOfItsOwnAndIsKeptNowhere() {
    Response first = browser().get("/");
    assertThat(nonceOf(first)).isNotEqualTo(nonceOf(browser().get("/"))).hasSize(24);
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
    assertThat(first.asString()).doesNotContain("{{csp-nonce}}");
  }

  @Test
  void aLinkIntoTheApplicationIsAnsweredWithIt() {
    for (String address :
        List.of(
            "/sign-in", "/accept-invitation", "/relationships/019c", "/no/such/page", "/docsy")) {
      browser()
          .get(address)
          .then()
          .statusCode(200)
          .contentType("text/html;charset=utf-8")
          .body(containsString("<div id=\"root\">"));
    }
  }

  @Test
  void whatIsNotThePagesStaysAsItIs() {
    for (String address :
        List.of("/v1/nothing", "/v1", "/docs/nothing", "/assets/nothing.js", "/a.php")) {
      assertThat(browser().get(address).asString()).as(address).doesNotContain("<div id=");
    }
    browser().get("/v1/nothing").then().contentType("application/problem+json");
    browser().get("/assets/nothing.js").then().statusCode(404);
    browser().get("/assets/..%2Findex.html").then().statusCode(not(equalTo(200)));
    browser().get("/docs/api").then().body(containsString("scalar"));
    browser().get("/docs/scalar.js").then().statusCode(200);
  }

  @Test
  void aProgramThatErrsInAnAddressIsToldSo() {
    given()
        .port(server.getPort())
        .accept("application/json")
        .get("/relationships")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void whatHasItsContentInItsNameIsKeptForEver() {
    Matcher script = SCRIPT.matcher(browser().get("/").asString());
    assertThat(script.find()).isTrue();
    Response asset = browser().header("Accept-Encoding", "gzip").get(script.group(1));
    asset
        .then()
        .statusCode(200)
        .contentType(startsWith("text/javascript"))
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Content-Encoding", "gzip");
    browser()
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", asset.header("ETag"))
        .get(script.group(1))
        .then()
        .statusCode(304);
  }

  @Test
  void whereNoDemoIsNobodyOfItIsTold() {
    assertThat(browser().get("/").asString()).doesNotContain("upline-demo");
    browser().get("/demo/people.json").then().statusCode(not(equalTo(200)));
  }

  private RequestSpecification browser() {
    return given().port(server.getPort()).accept(BROWSER).urlEncodingEnabled(false);
  }

  private static String nonceOf(Response page) {
    Matcher nonce = NONCE.matcher(page.asString());
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }
}
