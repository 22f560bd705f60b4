package app.upline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.ExampleBody;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Six who do the same in the same moment: none of them meets a failure of ours. */
@Tag("engine")
@MicronautTest(transactional = false)
class SixAtOnceTest {

  private static final int SIX = 6;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject TestRecords holdings;

  @TestFactory
  Stream<DynamicTest> noChangeFailsForBeingMadeSixTimesAtOnce() {
    TestRecords.Owner withKeys = holdings.owner();
    TestRecords.Owner without = holdings.owner();
    return Contract.get().operations().stream()
        .filter(operation -> !operation.method().equals("get"))
        .flatMap(
            operation ->
                Stream.of(true, false)
                    .filter(keyed -> !keyed || operation.takes("header", "Idempotency-Key"))
                    .map(
                        keyed ->
                            DynamicTest.dynamicTest(
                                operation.id() + (keyed ? " with keys" : ""),
                                () -> sixOf(operation, keyed ? withKeys : without, keyed))));
  }

  private void sixOf(Operation operation, TestRecords.Owner owner, boolean keyed) throws Exception {
    AtomicInteger number = new AtomicInteger();
    Map<String, String> things = new HashMap<>(owner.things());
    things.put("agencyId", owner.agency().toString());
    TestUser person = operation.isAnonymous() ? null : callerOf(operation, owner);
    List<Response> answers =
        Simultaneously.times(
            SIX, () -> send(operation, person, things, keyed ? number.incrementAndGet() : 0));
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500));
  }

  private TestUser callerOf(Operation operation, TestRecords.Owner owner) {
    String first = ((List<?>) operation.body().get("x-roles")).getFirst().toString();
    Role role = Role.valueOf(first);
    return crowd.someone(role, role.name().startsWith("AGENCY") ? owner.agency() : owner.carrier());
  }

  private Response send(
      Operation operation, TestUser person, Map<String, String> things, int number) {
    RequestSpecification request = given().baseUri(api.url()).header("If-Match", "\"1\"");
    if (person != null) {
      request.header("Authorization", "Bearer " + person.accessToken());
    }
    if (number > 0) {
      request.header("Idempotency-Key", "key-%d-%s".formatted(number, UUID.randomUUID()));
    }
    body(request, operation, things);
    String path = operation.path();
    for (Map.Entry<String, String> thing : things.entrySet()) {
      path = path.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return request.request(
        operation.method().toUpperCase(), path.replaceAll("\\{\\w+}", "2030-01-01"));
  }

  /** The contract's example, about things that are there. */
  private static void body(
      RequestSpecification request, Operation operation, Map<String, String> things) {
    Optional<Contract.Body> example = Contract.get().requestExample(operation);
    if (example.isPresent()) {
      request
          .contentType(example.get().mediaType())
          .body(about(things, null, example.get().value()));
    } else {
      ExampleBody.into(request, operation);
    }
  }

  private static Object about(Map<String, String> things, String name, Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<Object, Object> same = new LinkedHashMap<>();
        object.forEach((key, member) -> same.put(key, about(things, key.toString(), member)));
        yield same;
      }
      case List<?> list when name != null && name.endsWith("Ids") ->
          List.of(things.get(name.substring(0, name.length() - 1)));
      case List<?> list -> list.stream().map(item -> about(things, null, item)).toList();
      case String text when name != null && things.containsKey(name) -> things.get(name);
      case null, default -> value;
    };
  }

  @Test
  void thereIsOneDraftOfAnExtract() throws Exception {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST);
    for (String key : new String[] {"", "key-"}) {
      List<Response> answers =
          Simultaneously.times(
              SIX,
              () ->
                  keyed(analyst, key)
                      .body(
                          """
                          {"kind": "CMS_MONTHLY", "period": "%s"}
                          """
                              .formatted(key.isEmpty() ? "2025-01" : "2025-02"))
                      .post("/v1/extracts"));
      assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }
  }

  @Test
  void ofSixWhoSetWhatWasNeverSetOneIsFirst() throws Exception {
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    List<Response> answers =
        Simultaneously.times(
            SIX,
            () ->
                keyed(administrator, "")
                    .header("If-Match", "\"1\"")
                    .body("{\"secondFactorRequired\": false}")
                    .put("/v1/security-settings"));
    assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412);
  }

  @Test
  void theFirstSettingAndTheFirstSecondFactorAreNotInEachOthersWay() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
      AtomicInteger number = new AtomicInteger();
      List<Response> answers =
          Simultaneously.times(
              2,
              () ->
                  number.incrementAndGet() == 1
                      ? keyed(administrator, "")
                          .header("If-Match", "\"1\"")
                          .body("{\"secondFactorRequired\": false}")
                          .put("/v1/security-settings")
                      : keyed(administrator, "")
                          .body(Map.of("password", administrator.password()))
                          .post("/v1/me/second-factor"));
      assertThat(statuses(answers)).allMatch(status -> status < 300);
    }
  }

  private RequestSpecification keyed(TestUser person, String key) {
    RequestSpecification request = api.as(person).contentType(ContentType.JSON);
    return key.isEmpty() ? request : request.header("Idempotency-Key", key + UUID.randomUUID());
  }

  private static List<Integer> statuses(List<Response> answers) {
    return answers.stream().map(Response::statusCode).toList();
  }
}
