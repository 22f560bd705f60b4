package app.upline.contract;

import static io.restassured.RestAssured.given;
import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract.Body;
import app.upline.testing.Contract.Operation;
import app.upline.testing.ContractFilter;
import app.upline.testing.FreshBody;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.TestWorld;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Sends a request as the contract shows it, about things that are there. */
@Singleton
final class ExampleSender {
  /** What the upload of either kind has. */
  private static final List<String> HEADINGS =
      List.of(
          "Legal name",
          "City",
          "Subject name",
          "Subject type",
          "Category",
          "Contract Number",
          "Legal Entity Name");

  private final Api api;
  private final Mailbox mailbox;
  private final TestUsers crowd;

  ExampleSender(Api api, Mailbox mailbox, TestUsers crowd) {
    this.api = api;
    this.mailbox = mailbox;
    this.crowd = crowd;
  }

  /** Sends it; a step that goes before an example writes to an address of its own. */
  Response send(ExampleRequest example, ExampleScene scene, boolean isStep) {
    Operation operation = example.operation();
    TestUser caller = caller(operation, scene);
    RequestSpecification request =
        operation.isAnonymous()
            ? given().baseUri(api.url()).filter(ContractFilter.ofContract())
            : api.as(caller);
    scene.tell("password", caller.password());
    scene.tell("currentPassword", caller.password());
    if (operation.isAnonymous()) {
      scene.tell("email", caller.email());
      scene.tell("refreshToken", caller.refreshToken());
    } else if (isStep) {
      scene.tell("email", UUID.randomUUID() + "@people.example");
    }
    if (FreshBody.takesOneLine(operation)) {
      request
          .auth()
          .preemptive()
          .basic(scene.told("clientId").toString(), scene.told("clientSecret").toString());
    }
    request.queryParams(fitted(scene, example.query()));
    example.headers().forEach((name, value) -> header(request, name, value, isStep));
    body(request, example, scene, caller);
    Response answer =
        request.request(
            operation.method().toUpperCase(Locale.ROOT), FreshBody.path(operation, scene.path()));
    if (answer.statusCode() / 100 == 2 && answer.contentType().contains("json")) {
      scene.tell(operation, answer.jsonPath().getMap("$"));
    }
    return answer;
  }

  /** The key is that of the example alone: with another body it would be refused. */
  private static void header(
      RequestSpecification request, String name, Object value, boolean isStep) {
    if (!isStep || !name.equals("Idempotency-Key")) {
      request.header(name, name.equals("If-Match") ? "*" : value);
    }
  }

  /** Whether it is about what only the one sees who has it. */
  static boolean isKeepers(Operation operation) {
    return operation.path().contains("sessionId") || operation.path().contains("/notifications/");
  }

  /** What a batch tells the reference of. */
  static String thingOfBatch(Operation operation) {
    return operation.path().contains("incident") ? "incidentId" : "relationshipId";
  }

  /** Somebody new, so that nobody is signed out of an example by the one before. */
  private TestUser caller(Operation operation, ExampleScene scene) {
    TestWorld.Inhabited inhabited = scene.inhabited();
    if (isKeepers(operation)) {
      return inhabited.keeper();
    }
    if (operation.isAnonymous()) {
      return scene.person(
          Role.AGENCY_REPORTER, inhabited.keeper().organizationId(), crowd::someone);
    }
    TestUser anyone =
        ExampleStory.CALLERS.containsKey(operation.id())
            ? inhabited.people().get(ExampleStory.CALLERS.get(operation.id()))
            : inhabited.caller(operation);
    Role helper =
        anyone.kind() == OrganizationKind.AGENCY ? Role.AGENCY_REPORTER : Role.CARRIER_ANALYST;
    scene.tell("assigneeId", inhabited.people().get(helper).id().toString());
    return scene.person(anyone.role(), anyone.organizationId(), crowd::someone);
  }

  private void body(
      RequestSpecification request, ExampleRequest example, ExampleScene scene, TestUser caller) {
    Body body = example.body();
    if (body == null) {
      request.noContentType();
      return;
    }
    if (body.value() instanceof Map<?, ?> shown && shown.containsKey("token")) {
      scene.tell("token", mailbox.tokenFor(scene.told("mailedTo").toString(), 1));
    }
    String path = example.operation().path();
    if (path.endsWith("-batches")) {
      Object id = scene.told(thingOfBatch(example.operation()));
      String thing = path.replace("-batches", "s/") + id;
      scene.tell("reference", api.as(caller).get(thing).path("reference"));
    }
    Map<String, Object> value = fitted(scene, body.value());
    if (value.get("email") instanceof String email) {
      scene.tell("mailedTo", email);
    }
    switch (body.mediaType()) {
      case "multipart/form-data" -> value.forEach((name, part) -> part(request, name, part, value));
      case "application/x-www-form-urlencoded" ->
          request
              .contentType(body.mediaType())
              .body(
                  value.entrySet().stream()
                      .map(each -> each.getKey() + "=" + encode(each.getValue().toString(), UTF_8))
                      .collect(joining("&")));
      default -> request.contentType(body.mediaType()).body(value);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fitted(ExampleScene scene, Object value) {
    return (Map<String, Object>) scene.fitted(value);
  }

  /** With a sheet that has the headings that the form speaks of. */
  private static void part(
      RequestSpecification request, String name, Object value, Map<String, Object> form) {
    if (!name.equals("file")) {
      request.multiPart(name, value.toString());
      return;
    }
    List<String> headings = new ArrayList<>(HEADINGS);
    if (form.get("mapping") instanceof String mapping) {
      headings.addAll(JsonPath.from(mapping).<String, Object>getMap("$").keySet());
    }
    String sheet = String.join(",", headings) + "\n" + "any,".repeat(headings.size() - 1) + "any\n";
    request.multiPart("file", "a.csv", sheet.getBytes(UTF_8));
  }
}
