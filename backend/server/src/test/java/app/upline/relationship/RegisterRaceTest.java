package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** Two people, or one impatient program, writing at the same moment. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterRaceTest {

  private static final int ROUNDS = 5;

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;
  private RegisterClient colleague;

  @BeforeEach
  void anAgencyOfTwo() {
    UUID agency = crowd.agency();
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER, agency));
    colleague = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER, agency));
  }

  @RepeatedTest(ROUNDS)
  void ofTwoChangesToTheSameRevisionOneIsMade() throws Exception {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    List<Response> answers =
        Simultaneously.all(
            List.of(
                () -> desk.change(id, 1, "{\"legalName\": \"Hers\"}").extract().response(),
                () -> colleague.change(id, 1, "{\"legalName\": \"His\"}").extract().response()));
    assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 412);
    desk.read(id).body("revision", equalTo(2)).body("legalName", equalTo(winner(answers)));
  }

  @RepeatedTest(ROUNDS)
  void ofTwoRelationshipsWithTheSameOwnReferenceOneIsRecorded() throws Exception {
    Entity entity = Entity.named("Juniper Ridge LLC").with("ownReference", "V-0042");
    List<Response> answers =
        Simultaneously.all(
            List.of(
                () -> desk.create(entity).extract().response(),
                () -> colleague.create(entity).extract().response()));
    assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 422);
    assertThat(desk.names(Map.of())).hasSize(1);
  }

  @RepeatedTest(ROUNDS)
  void ofTwoChangesThatCloseALoopTogetherOneIsMade() throws Exception {
    String one = desk.record(Entity.named("One"));
    String other = desk.record(Entity.named("Other"));
    List<Response> answers =
        Simultaneously.all(
            List.of(
                () -> desk.change(one, 1, beneath(other)).extract().response(),
                () -> colleague.change(other, 1, beneath(one)).extract().response()));
    assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 422);
  }

  @RepeatedTest(ROUNDS)
  void aRequestSentTwiceAtOnceWithOneKeyActsOnce() throws Exception {
    String key = "key-" + UUID.randomUUID();
    List<Response> answers = Simultaneously.times(2, () -> createWith(key));
    assertThat(statuses(answers)).contains(201).isSubsetOf(201, 409);
    Response again = createWith(key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(desk.pages(Map.of(), 200)).containsExactly(again.<String>path("id"));
  }

  @RepeatedTest(ROUNDS)
  void referencesHaveNoGapsAndNoRepeats() throws Exception {
    Simultaneously.all(
        List.of(
            () -> desk.create(Entity.named("One")).statusCode(201).extract().response(),
            () -> colleague.create(Entity.named("Two")).statusCode(201).extract().response(),
            () -> desk.create(Entity.named("J")).statusCode(422).extract().response(),
            () -> colleague.create(Entity.named("Three")).statusCode(201).extract().response()));
    List<String> references = desk.list(Map.of()).extract().path("items.reference");
    assertThat(references.stream().map(r -> r.substring(r.length() - 6)))
        .containsExactly("000001", "000002", "000003");
  }

  private Response createWith(String key) {
    return desk.call()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Entity.named("Juniper Ridge LLC").json())
        .post("/v1/relationships");
  }

  private static String beneath(String upstream) {
    return "{\"upstreamId\": \"" + upstream + "\"}";
  }

  private static String winner(List<Response> answers) {
    return answers.stream()
        .filter(answer -> answer.statusCode() == 200)
        .findFirst()
        .orElseThrow()
        .path("legalName");
  }

  private static List<Integer> statuses(List<Response> answers) {
    return answers.stream().map(Response::statusCode).toList();
  }
}
