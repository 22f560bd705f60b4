package app.upline.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The steps of signing in at an organization's own provider, as a page of the application takes.
 */
@Singleton
public class SignInElsewhere {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  private final Api api;

  SignInElsewhere(Api api) {
    this.api = api;
  }

  /** What {@code PUT /v1/identity-provider} is given, to be changed by tests. */
  public static Map<String, Object> agreement(String issuer, Map<String, String> roles) {
    Map<String, Object> agreement = new HashMap<>();
    agreement.put("issuer", issuer);
    agreement.put("client", OpenIdProvider.CLIENT);
    agreement.put("clientSecret", OpenIdProvider.SECRET);
    agreement.put("rolesClaim", "groups");
    agreement.put(
        "roles",
        roles.entrySet().stream()
            .map(entry -> Map.of("value", entry.getKey(), "role", entry.getValue()))
            .toList());
    return agreement;
  }

  /** A person as the provider describes them; a claim that is null is not there. */
  public static Map<String, Object> person(String subject, String email, String... groups) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", subject);
    claims.put("email", email);
    claims.put("email_verified", true);
    claims.put("name", "Robin Remote");
    claims.put("groups", List.of(groups));
    return claims;
  }

  public Response configure(TestUser administrator, Map<String, ?> agreement) {
    return api.as(administrator)
        .header("If-Match", api.as(administrator).get("/v1/identity-provider").header("ETag"))
        .contentType(ContentType.JSON)
        .body(agreement)
        .put("/v1/identity-provider");
  }

  public Response begin(UUID organizationId) {
    return nobody().body(Map.of("organizationId", organizationId)).post("/v1/single-sign-ons");
  }

  /** What the page sends when the browser has come back to it. */
  public static Map<String, String> comingBack(Response begun, Map<String, String> parameters) {
    return new HashMap<>(
        Map.of(
            "state", parameters.get("state"),
            "code", parameters.get("code"),
            "iss", parameters.get("iss"),
            "browserSecret", begun.path("browserSecret")));
  }

  public Response complete(Map<String, String> comingBack) {
    return nobody().body(comingBack).post("/v1/single-sign-ons/complete");
  }

  /** All of it. */
  public Response signIn(OpenIdProvider provider, UUID organizationId, Map<String, ?> person) {
    return signIn(provider, organizationId, person, url -> url);
  }

  /** All of it, with an address that was tampered with on the way to the provider. */
  public Response signIn(
      OpenIdProvider provider,
      UUID organizationId,
      Map<String, ?> person,
      UnaryOperator<String> tampered) {
    Response begun = begin(organizationId);
    String url = begun.then().statusCode(201).extract().path("authorizationUrl");
    return complete(comingBack(begun, provider.signIn(tampered.apply(url), person)));
  }

  private RequestSpecification nobody() {
    return given().baseUri(api.url()).filter(CONTRACT).contentType(ContentType.JSON);
  }
}
