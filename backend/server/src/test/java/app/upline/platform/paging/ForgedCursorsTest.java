package app.upline.platform.paging;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.FreshBody;
import app.upline.testing.TestWorld;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cursors that we have not made, or not for this list, in every list of the contract. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class ForgedCursorsTest {
  private static final String SHEET =
      """
      Legal name,Entity type,Functions
      One Nobody LLC,Balloon,Marketing
      Two Nobody LLC,Balloon,Marketing
      """;

  @Inject EmbeddedServer server;
  @Inject TestWorld world;

  @TestFactory
  Stream<DynamicTest> whatWeHaveNotMadeForAListIsRefused() {
    TestWorld.Inhabited inhabited = world.inhabited();
    List<Operation> lists =
        Contract.get().operations().stream()
            .filter(operation -> operation.takes("query", "cursor"))
            .toList();
    assertThat(lists).hasSizeGreaterThan(20);
    return lists.stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.id(),
                    () ->
                        forged()
                            .forEach(
                                cursor ->
                                    refused(call(list, inhabited, Map.of("cursor", cursor))))));
  }

  @Test
  void everyMutationOfACursorIsRefused() {
    TestWorld.Inhabited inhabited = world.inhabited();
    Operation list = listOfErrors();
    String path = withTwoErrors(inhabited);
    String cursor = ask(list, inhabited, path, Map.of("limit", 1)).path("nextCursor").toString();
    assertThat(ask(list, inhabited, path, Map.of("cursor", cursor)).statusCode()).isEqualTo(200);
    mutations(cursor)
        .forEach(mutated -> refused(ask(list, inhabited, path, Map.of("cursor", mutated))));
    refused(ask(list, inhabited, withTwoErrors(inhabited), Map.of("cursor", cursor)));
  }

  private static Operation listOfErrors() {
    return Contract.get().operations().stream()
        .filter(operation -> operation.id().equals("listRelationshipImportErrors"))
        .findFirst()
        .orElseThrow();
  }

  private String withTwoErrors(TestWorld.Inhabited inhabited) {
    String upload =
        given()
            .baseUri(server.getURL().toString())
            .auth()
            .oauth2(inhabited.people().get(Role.AGENCY_REPORTER).accessToken())
            .multiPart("file", "a.csv", SHEET.getBytes(UTF_8), "text/csv")
            .post("/v1/relationship-imports")
            .path("id");
    return "/v1/relationship-imports/" + upload + "/errors";
  }

  /** One letter changed, left out or put in at each place, and halves. */
  private static Stream<String> mutations(String cursor) {
    Stream<String> letters =
        IntStream.range(0, cursor.length())
            .boxed()
            .flatMap(
                i -> {
                  char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
                  String before = cursor.substring(0, i);
                  return Stream.of(
                      before + other + cursor.substring(i + 1),
                      before + cursor.substring(i + 1),
                      before + other + cursor.substring(i));
                });
    return Stream.concat(
        letters, Stream.of(cursor + "=", cursor + "A", cursor + cursor, " " + cursor));
  }

  private static List<String> forged() {
    return List.of(
        "",
        "x",
        "====",
        "é",
        "\u0000",
        "a".repeat(900),
        encoded("deadbeef"),
        encoded("deadbeef\u001f2026"),
        encoded("deadbeef\u001fé\u001f" + UUID.randomUUID()),
        encoded("deadbeef\u001fnot-an-instant\u001fx"),
        encoded("0123456789abcdef2026-01-01T00:00:00Z\u001f" + UUID.randomUUID()),
        Cursors.of("another list").next(new Page<>(List.of(), List.of("a", "b"), null)));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static void refused(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
    assertThat(response.path("type").toString()).isEqualTo("urn:upline:problem:malformed-request");
    assertThat(response.path("errors[0].pointer").toString()).isEqualTo("?cursor");
  }

  private Response call(Operation list, TestWorld.Inhabited inhabited, Map<String, ?> query) {
    return ask(list, inhabited, FreshBody.path(list, inhabited.things()), query);
  }

  private Response ask(
      Operation list, TestWorld.Inhabited inhabited, String path, Map<String, ?> query) {
    RequestSpecification request =
        given()
            .baseUri(server.getURL().toString())
            .auth()
            .oauth2(inhabited.caller(list).accessToken())
            .queryParams(query);
    for (Parameter parameter : list.parameters()) {
      if (parameter.in().equals("query") && parameter.required()) {
        request.queryParam(parameter.name(), inhabited.things().get(parameter.name()));
      }
    }
    if (list.takes("query", "carrierId")) {
      request.queryParam("carrierId", inhabited.things().get("carrierId"));
    }
    return request.get(path);
  }
}
