package app.upline.relationship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is beneath whom: at most six levels, never in a circle, never in another's register. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterChainTest {

  private static final int LEVELS = 6;

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;
  private List<String> chain;

  @BeforeEach
  void aChainOfSixLevels() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    chain = new ArrayList<>();
    chain.add(desk.record(Entity.named("Level 1")));
    for (int level = 2; level <= LEVELS; level++) {
      chain.add(desk.record(Entity.named("Level " + level).with("upstreamId", chain.getLast())));
    }
  }

  @Test
  void theChainIsSeenFromAnyPlaceInIt() {
    desk.record(Entity.named("Beside 4").with("upstreamId", chain.get(2)));
    around(chain.get(2))
        .body(
            "nodes.legalName",
            contains("Level 1", "Level 2", "Level 3", "Level 4", "Beside 4", "Level 5", "Level 6"))
        .body("nodes.level", contains(1, 2, 3, 4, 4, 5, 6))
        .body("nodes[3].upstreamId", equalTo(chain.get(2)))
        .body("truncated", equalTo(false));
    around(chain.getFirst()).body("nodes.level", contains(1, 2, 3, 4, 4, 5, 6));
    around(chain.getLast()).body("nodes.id", equalTo(chain));
    assertThat(desk.names(Map.of("upstreamId", chain.get(2))))
        .containsExactly("Level 4", "Beside 4");
  }

  @Test
  void onlySoManyLevelsBeneathComeAndThatThereAreMoreIsSaid() {
    around(chain.get(1) + "&depth=2")
        .body("nodes.level", contains(1, 2, 3, 4))
        .body("truncated", equalTo(true));
    around(chain.get(1) + "&depth=4")
        .body("nodes.level", contains(1, 2, 3, 4, 5, 6))
        .body("truncated", equalTo(false));
    for (String depth : List.of("0", "7", "x")) {
      desk.call()
          .get("/v1/relationship-chain?rootId=" + chain.getFirst() + "&depth=" + depth)
          .then()
          .statusCode(400);
    }
  }

  @Test
  void anotherAgencysChainIsNotThereAndNoDayIsTakenFromAnAgency() {
    String path = "/v1/relationship-chain?rootId=" + chain.getFirst();
    api.as(crowd.someone(Role.AGENCY_REPORTER)).get(path).then().statusCode(404);
    api.as(crowd.someone(Role.CARRIER_ANALYST)).get(path).then().statusCode(404);
    desk.call()
        .get(path + "&asOf=2026-01-01")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("?asOf"))
        .body("errors.code", contains("FOR_CARRIERS_ONLY"));
  }

  /** Those beneath it are then cut off from the agency. */
  @Test
  void whatEndsWhileOthersStandBeneathItIsToldAndSoAreThose() {
    String third = chain.get(2);
    desk.record(Entity.named("Beside 4").with("upstreamId", third));
    desk.change(third, 1, "{\"endDate\": \"2025-06-30\", \"endReason\": \"Contract over\"}")
        .statusCode(200)
        .body("warnings.code", contains("DOWNLINE_STILL_ACTIVE"))
        .body("warnings[0].message", startsWith("2 relationships directly beneath"));
    String fourth = chain.get(3);
    desk.change(
            fourth,
            1,
            "{\"licensedProducer\": false, \"offshore\": false, \"tradeNames\": [\"Four\"]}")
        .statusCode(200)
        .body("warnings.code", contains("UPSTREAM_ENDED"));
    desk.change(fourth, 2, "{\"upstreamId\": \"" + chain.get(1) + "\"}")
        .statusCode(200)
        .body("warnings", hasSize(0));
  }

  /** At the cell, and the same whether it is only tried or written. */
  @ParameterizedTest
  @ValueSource(strings = {"DRY_RUN", "COMMIT"})
  void aSheetIsToldTheSame(String mode) {
    String third = reference(2);
    String fourth = reference(3);
    String sheet =
        """
        Reference,Upstream reference,End date,End reason
        %s,%s,06/30/2025,Contract over
        %s,%s,,
        """
            .formatted(third, reference(1), fourth, third);
    upload(mode, sheet)
        .body("changed", equalTo(1))
        .body("notices.code", hasItem("DOWNLINE_STILL_ACTIVE"))
        .body("notices.find { it.code == 'DOWNLINE_STILL_ACTIVE' }.cell", equalTo("C2"));
    upload(
            mode,
            """
            Reference,Upstream reference,End date,End reason
            %s,%s,06/30/2025,Contract over
            %s,%s,06/30/2025,Contract over
            %s,%s,06/30/2025,Contract over
            %s,%s,06/30/2025,Contract over
            """
                .formatted(
                    third,
                    reference(1),
                    fourth,
                    third,
                    reference(4),
                    fourth,
                    reference(5),
                    reference(4)))
        .body("notices.code", not(hasItem("DOWNLINE_STILL_ACTIVE")))
        .body("notices.code", not(hasItem("UPSTREAM_ENDED")));
    desk.change(chain.getFirst(), 1, "{\"endDate\": \"2025-06-30\", \"endReason\": \"Over\"}");
    upload(
            mode,
            "Reference,Upstream reference,Trade names\n%s,%s,Two\n"
                .formatted(reference(1), reference(0)))
        .body("notices.find { it.code == 'UPSTREAM_ENDED' }.cell", equalTo("B2"));
  }

  private String reference(int level) {
    return desk.read(chain.get(level)).extract().path("reference");
  }

  private ValidatableResponse upload(String mode, String sheet) {
    return desk.call()
        .multiPart("file", "chain.csv", sheet.getBytes(UTF_8), "text/csv")
        .multiPart("mode", mode)
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201)
        .body("errors", hasSize(0));
  }

  @Test
  void aSeventhLevelIsRefused() {
    desk.create(Entity.named("Level 7").with("upstreamId", chain.getLast()))
        .statusCode(422)
        .body("errors.pointer", contains("/upstreamId"))
        .body("errors.code", contains("CHAIN_TOO_DEEP"));
    assertThat(desk.names(Map.of())).hasSize(LEVELS);
  }

  @Test
  void aChainThatWouldGrowTooDeepFromAboveIsRefused() {
    String above = desk.record(Entity.named("Above"));
    move(chain.getFirst(), above).statusCode(422).body("errors.code", contains("CHAIN_TOO_DEEP"));
    around(above).body("nodes", hasSize(1));
    move(chain.get(1), above).statusCode(200);
    around(above).body("nodes", hasSize(6));
  }

  @Test
  void aLoopIsRefusedHoweverLong() {
    for (String beneath : List.of(chain.getFirst(), chain.get(1), chain.getLast())) {
      move(chain.getFirst(), beneath)
          .statusCode(422)
          .body("errors.pointer", contains("/upstreamId"))
          .body("errors.code", contains("CHAIN_LOOP"));
    }
    desk.read(chain.getFirst()).body("revision", equalTo(1));
    around(chain.getFirst()).body("nodes.id", equalTo(chain));
  }

  @Test
  void aLinkCanBeTakenOut() {
    desk.change(chain.get(3), 1, "{\"upstreamId\": null}").statusCode(200);
    around(chain.getFirst()).body("nodes.level", contains(1, 2, 3));
    around(chain.get(3)).body("nodes.level", contains(1, 2, 3));
  }

  @Test
  void nobodyIsBeneathAnEntityOfAnotherRegisterOrOfNone() {
    RegisterClient stranger = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    for (String upstream : List.of(chain.getFirst(), "0192f0c1-2b3c-7d4e-8f50-617283940a5b")) {
      stranger
          .create(Entity.named("Stray").with("upstreamId", upstream))
          .statusCode(422)
          .body("errors.code", hasItem("UNKNOWN_UPSTREAM"));
    }
  }

  private ValidatableResponse around(String id) {
    return desk.call().get("/v1/relationship-chain?rootId=" + id).then().statusCode(200);
  }

  private ValidatableResponse move(String id, String beneath) {
    return desk.change(id, 1, "{\"upstreamId\": \"" + beneath + "\"}");
  }
}
