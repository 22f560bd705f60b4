package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.platform.idempotency.Idempotent;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Header;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must hold for every route of the running router, ours or the framework's. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class RoutesTest {
  private static final Set<String> ANONYMOUS =
      Set.of(
          "POST /v1/sessions",
          "POST /v1/sessions/refresh",
          "POST /v1/sessions/end",
          "POST /v1/oauth/token",
          "POST /v1/sessions/second-factor",
          "GET /v1/jwks",
          "HEAD /v1/jwks",
          "POST /v1/password-resets",
          "POST /v1/password-resets/complete",
          "POST /v1/invitations/accept",
          "POST /v1/single-sign-ons",
          "POST /v1/single-sign-ons/complete",
          "POST /v1/sign-in-links",
          "POST /v1/sign-in-links/complete",
          "POST /v1/email-changes/confirm",
          "GET /health",
          "HEAD /health",
          "GET /health/{selector}",
          "HEAD /health/{selector}",
          "GET /openapi.yaml",
          "HEAD /openapi.yaml",
          "GET /openapi.json",
          "HEAD /openapi.json");

  private static final String DOCS = "(GET|HEAD) /docs(/.*)?";

  /**
   * The application for browsers: its files, and its page at every address that no other route has.
   */
  private static final String PAGE = "(GET|HEAD) /(favicon\\.svg|assets/\\{name:.*|\\{path:.*)?";

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject Router router;

  @Test
  void onlySigningInAndHealthAnswerSomebodyUnknown() {
    Set<String> open =
        routes()
            .filter(route -> !refusesSomebodyUnknown(route))
            .map(RoutesTest::name)
            .filter(name -> !name.matches(DOCS) && !name.matches(PAGE))
            .collect(Collectors.toSet());

    assertThat(open).contains("POST /v1/sessions").isSubsetOf(ANONYMOUS);
  }

  @TestFactory
  Stream<DynamicTest> anUnknownCodeInAQueryIsRefusedAndNotIgnored() {
    Map<Role, TestUser> people = new EnumMap<>(Role.class);
    List<DynamicTest> tests =
        Contract.get().operations().stream()
            .filter(this::isRouted)
            .flatMap(
                operation ->
                    operation.parameters().stream()
                        .filter(p -> p.in().equals("query") && p.schema().containsKey("enum"))
                        .map(parameter -> unknownCode(operation, parameter, people)))
            .toList();
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void everyOperationThatTakesAKeyActsOnce() {
    List<UriRouteInfo<?, ?>> keyed = routes().filter(RoutesTest::takesAKey).toList();

    assertThat(keyed).isNotEmpty();
    assertThat(keyed)
        .allSatisfy(
            route ->
                assertThat(route.getTargetMethod().hasAnnotation(Idempotent.class))
                    .as(name(route))
                    .isTrue());
  }

  private DynamicTest unknownCode(
      Operation operation, Parameter parameter, Map<Role, TestUser> people) {
    return DynamicTest.dynamicTest(
        operation.id() + " " + parameter.name(),
        () -> {
          Role role =
              Role.valueOf(((List<?>) operation.body().get("x-roles")).getFirst().toString());
          String token = people.computeIfAbsent(role, crowd::someone).accessToken();
          var request =
              given()
                  .port(server.getPort())
                  .auth()
                  .oauth2(token)
                  .queryParam(parameter.name(), "TELEPATHY");
          if (!operation.method().equals("get")) {
            request.contentType("application/json").body("{}");
          }
          request
              .request(operation.method(), withIds(operation.path()))
              .then()
              .statusCode(400)
              .body("errors[0].pointer", equalTo("?" + parameter.name()))
              .body("errors[0].code", equalTo("INVALID_CODE"));
        });
  }

  private boolean refusesSomebodyUnknown(UriRouteInfo<?, ?> route) {
    String path = withIds(route.getUriMatchTemplate().toPathString());
    int status =
        given()
            .port(server.getPort())
            .contentType(consumed(route))
            .request(route.getHttpMethodName(), path)
            .statusCode();
    return status == 401;
  }

  private static String consumed(UriRouteInfo<?, ?> route) {
    return route.getConsumes().isEmpty()
        ? "application/json"
        : route.getConsumes().getFirst().toString();
  }

  private boolean isRouted(Operation operation) {
    return routes().anyMatch(r -> r.getTargetMethod().getMethodName().equals(operation.id()));
  }

  private Stream<UriRouteInfo<?, ?>> routes() {
    return router.uriRoutes().map(route -> (UriRouteInfo<?, ?>) route);
  }

  private static boolean takesAKey(UriRouteInfo<?, ?> route) {
    return Arrays.stream(route.getTargetMethod().getArguments()).anyMatch(RoutesTest::isKey);
  }

  private static boolean isKey(Argument<?> argument) {
    return argument
        .getAnnotationMetadata()
        .stringValue(Header.class)
        .filter("Idempotency-Key"::equals)
        .isPresent();
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
  }

  private static String withIds(String path) {
    return path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }
}
