package app.upline.identity.singlesignon;

import static app.upline.testing.SignInElsewhere.agreement;
import static app.upline.testing.SignInElsewhere.comingBack;
import static app.upline.testing.SignInElsewhere.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.platform.encryption.KeyRotation;
import app.upline.testing.LogLines;
import app.upline.testing.OpenIdProvider;
import app.upline.testing.TestFolder;
import app.upline.testing.TestUser;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The secret that an organization shares with its provider goes in, and to no one else. */
@Tag("engine")
@MicronautTest(transactional = false)
class ProviderSecretTest extends AtAProvider {
  private static final Map<String, String> ROLES = Map.of("analysts", "CARRIER_ANALYST");

  private TestUser administrator;
  private Map<String, Object> agreement;

  @BeforeEach
  void aCarrier() {
    administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    agreement = agreement(provider.issuer(), ROLES);
  }

  @Test
  void theSecretStaysWithItsClientAndGoesToNoOther() {
    agreement.remove("clientSecret");
    secretRequired(agreement);
    agreement.put("clientSecret", OpenIdProvider.SECRET);
    elsewhere.configure(administrator, agreement).then().statusCode(200);

    agreement.remove("clientSecret");
    agreement.put("rolesClaim", "roles");
    elsewhere.configure(administrator, agreement).then().statusCode(200);
    agreement.put("client", "another");
    secretRequired(agreement);
    try (OpenIdProvider other = OpenIdProvider.start()) {
      agreement.put("client", OpenIdProvider.CLIENT);
      agreement.put("issuer", other.issuer());
      secretRequired(agreement);
    }
    delete("\"2\"").then().statusCode(204);
    agreement.put("issuer", provider.issuer());
    secretRequired(agreement);
  }

  @Test
  void theSecretIsSealedAndInNoAnswerAndNoLogLine() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    List<String> told = new ArrayList<>();
    try {
      told.add(elsewhere.configure(administrator, agreement).asString());
      told.add(read().asString());
      Response begun = elsewhere.begin(administrator.organizationId());
      String url = begun.path("authorizationUrl");
      Map<String, ?> robin =
          person("r-" + ids.next(), ids.next() + "@harborline.example", "analysts");
      Map<String, String> back = comingBack(begun, provider.signIn(url, robin));
      elsewhere.complete(back).then().statusCode(201);
      told.add(url);
      // The HTTP client of the test writes what it sends and receives; the service's own is
      // another.
      List<String> lines =
          LogLines.of(log).stream()
              .filter(line -> !line.getLoggerName().startsWith("org.apache.http."))
              .map(ILoggingEvent::getFormattedMessage)
              .toList();
      assertThat(lines).isNotEmpty();
      told.addAll(lines);
      assertThat(told)
          .noneMatch(line -> line.contains(OpenIdProvider.SECRET))
          .noneMatch(
              line ->
                  line.contains(URLEncoder.encode(OpenIdProvider.SECRET, StandardCharsets.UTF_8)))
          .noneMatch(line -> line.contains(back.get("browserSecret")))
          .noneMatch(line -> line.contains(back.get("code")))
          .noneMatch(line -> line.contains("Authorization: Basic"))
          .noneMatch(line -> line.contains("between the two"));
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertThat(
            crowd.strings(
                "select convert(sealed_secret using latin1) from identity_provider where organization_id = ?",
                administrator.organizationId()))
        .singleElement()
        .asString()
        .doesNotContain("between");
  }

  @Test
  void theSecretComesUnderAnotherKeyLikeAllThatIsSealed() throws IOException {
    elsewhere.configure(administrator, agreement).then().statusCode(200);
    String old = Files.readString(TestFolder.of("data/personal-data-keys")).strip();
    String fresh = "2:" + Base64.getEncoder().encodeToString(new byte[32]);
    try {
      rotate(fresh + " " + old);
      assertThat(secretUnder(fresh)).isEqualTo(OpenIdProvider.SECRET);
    } finally {
      // Other tests go on with the first key alone.
      rotate(old + " " + fresh);
    }
    assertThat(secretUnder(old)).isEqualTo(OpenIdProvider.SECRET);
  }

  private static void rotate(String keys) {
    try (ApplicationContext context = with(keys)) {
      context.getBean(KeyRotation.class).run(sentence -> {});
    }
  }

  private String secretUnder(String keys) {
    try (ApplicationContext context = with(keys)) {
      IdentityProviders providers = context.getBean(IdentityProviders.class);
      return providers
          .client(
              administrator.organizationId(),
              providers.of(administrator.organizationId()).connection())
          .secret();
    }
  }

  /** The application on the same database, with these keys. */
  private static ApplicationContext with(String keys) {
    return ApplicationContext.run(Map.of("upline.personal-data.keys", keys), "test");
  }

  private void secretRequired(Map<String, ?> body) {
    elsewhere
        .configure(administrator, body)
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/clientSecret")))
        .body("errors.code", equalTo(List.of("REQUIRED")));
  }

  private Response read() {
    return api.as(administrator).get("/v1/identity-provider");
  }

  private Response delete(String tag) {
    return api.as(administrator).header("If-Match", tag).delete("/v1/identity-provider");
  }
}
