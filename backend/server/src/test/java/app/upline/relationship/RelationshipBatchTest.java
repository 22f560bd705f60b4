package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many relationships at once: all, or none with every fault told. */
@Tag("engine")
@MicronautTest(transactional = false)
class RelationshipBatchTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;

  @BeforeEach
  void anAgency() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER, crowd.agency()));
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndKeepsNothing() {
    batch("DRY_RUN", Entity.named("Alder LLC"))
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows[0].outcome", equalTo("CREATED"))
        .body("rows[0].reference", nullValue())
        .body("rows[0].warnings", hasSize(0));
    assertThat(desk.names(Map.of())).isEmpty();
  }

  @Test
  void theSameListAgainLeavesAloneWhatHasNotChanged() {
    Entity alder = Entity.named("Alder LLC").with("ownReference", "A-1");
    Entity birch = Entity.named("Birch LLC").with("ownReference", "A-2");
    batch("COMMIT", alder, birch).statusCode(200).body("created", equalTo(2));
    batch("COMMIT", alder, birch.in("GA"))
        .statusCode(200)
        .body("rows.outcome", contains("UNCHANGED", "CHANGED"));
    assertThat(desk.names(Map.of("state", "GA"))).containsExactly("Birch LLC");
  }

  @Test
  void aRowThatNamesARelationshipChangesOnlyWhatItSays() {
    batch("COMMIT", Entity.named("Alder LLC")).statusCode(200);
    String reference = desk.list(Map.of()).extract().path("items[0].reference");
    batch("COMMIT", new Entity(Map.of("reference", reference, "legalName", "Alder Marketing LLC")))
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("rows[0].reference", equalTo(reference));
    assertThat(desk.names(Map.of())).containsExactly("Alder Marketing LLC");
  }

  @Test
  void aRowMayStandBeneathALaterOneOrOneOfTheRegister() {
    batch("COMMIT", Entity.named("Top LLC").with("ownReference", "T")).statusCode(200);
    batch(
            "COMMIT",
            Entity.named("Leaf LLC").with("upstreamReference", "M"),
            Entity.named("Middle LLC").with("ownReference", "M").with("upstreamReference", "t"))
        .statusCode(200)
        .body("created", equalTo(2));
    String middle = desk.list(Map.of("q", "Middle")).extract().path("items[0].id");
    String top = desk.list(Map.of("q", "Top")).extract().path("items[0].id");
    assertThat(desk.names(Map.of("upstreamId", middle))).containsExactly("Leaf LLC");
    assertThat(desk.names(Map.of("upstreamId", top))).containsExactly("Middle LLC");
  }

  @Test
  void aChainThatLoopsIsRefused() {
    batch(
            "COMMIT",
            Entity.named("Hen LLC").with("ownReference", "H").with("upstreamReference", "E"),
            Entity.named("Egg LLC").with("ownReference", "E").with("upstreamReference", "H"))
        .statusCode(422)
        .body("errors.pointer", hasItem("/relationships/0/upstreamId"));
    assertThat(desk.names(Map.of())).isEmpty();
  }

  @Test
  void everyFaultOfEveryRowIsToldAndNothingIsWritten() {
    batch(
            "COMMIT",
            Entity.named("Alder LLC").with("ownReference", "A-1"),
            Entity.named("Birch LLC").without("startDate").with("upstreamReference", "nobody"),
            Entity.named("Cedar LLC").with("ownReference", "a-1"),
            new Entity(Map.of("reference", "REL-2020-7KQ2-000001")),
            Entity.named("Dogwood LLC")
                .with("upstreamReference", "A-1")
                .with("upstreamId", UUID.randomUUID().toString()))
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/relationships/1/startDate",
                "/relationships/1/upstreamReference",
                "/relationships/2/ownReference",
                "/relationships/3/reference",
                "/relationships/4/upstreamReference"));
    assertThat(desk.names(Map.of())).isEmpty();
  }

  @Test
  void anotherAgencysReferenceNamesNothing() {
    RegisterClient other =
        new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER, crowd.agency()));
    String reference = other.create(Entity.named("Theirs LLC")).extract().path("reference");
    batch("COMMIT", new Entity(Map.of("reference", reference, "legalName", "Ours LLC")))
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_REFERENCE"));
    batch("COMMIT", Entity.named("Beneath LLC").with("upstreamReference", reference))
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_UPSTREAM"));
    assertThat(other.names(Map.of())).containsExactly("Theirs LLC");
  }

  @Test
  void aThousandRowsAreWrittenAndOneMoreIsRefused() {
    Entity[] rows =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Entity.named("Company %d LLC".formatted(i)))
            .toArray(Entity[]::new);
    batch("COMMIT", rows)
        .statusCode(200)
        .body("created", equalTo(1_000))
        .body("rows", hasSize(1_000));
    send(Map.of("relationships", Collections.nCopies(1_001, Map.of())))
        .statusCode(400)
        .body("errors.pointer", contains("/relationships"));
  }

  @Test
  void aBodyOfAnotherShapeIsRefused() {
    send(Map.of("mode", "PERHAPS", "color", 1))
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/mode", "/color", "/relationships"));
    batch("COMMIT", Entity.named("Alder LLC").with("upstreamReference", 7)).statusCode(400);
  }

  private ValidatableResponse batch(String mode, Entity... rows) {
    List<?> members = Arrays.stream(rows).map(Entity::json).toList();
    return send(Map.of("mode", mode, "relationships", members));
  }

  private ValidatableResponse send(Map<String, ?> body) {
    return desk.call()
        .contentType("application/json")
        .body(body)
        .post("/v1/relationship-batches")
        .then();
  }
}
