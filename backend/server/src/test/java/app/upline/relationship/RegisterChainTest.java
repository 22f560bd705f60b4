package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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
        .body("upstream.legalName", contains("Level 1", "Level 2"))
        .body("upstream.level", contains(1, 2))
        .body("downstream.legalName", contains("Level 4", "Beside 4", "Level 5", "Level 6"))
        .body("downstream.level", contains(4, 4, 5, 6))
        .body("truncated", equalTo(false));
    around(chain.getFirst()).body("upstream", hasSize(0)).body("downstream", hasSize(6));
    around(chain.getLast()).body("upstream", hasSize(5)).body("downstream", hasSize(0));
    assertThat(desk.names(Map.of("upstreamId", chain.get(2))))
        .containsExactly("Level 4", "Beside 4");
  }

  /** Those beneath it work for the agency through nobody any more. */
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
    around(above).body("downstream", hasSize(0));
    move(chain.get(1), above).statusCode(200);
    around(above).body("downstream", hasSize(5));
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
    around(chain.getFirst()).body("upstream", hasSize(0));
  }

  @Test
  void aLinkCanBeTakenOut() {
    desk.change(chain.get(3), 1, "{\"upstreamId\": null}").statusCode(200);
    around(chain.getFirst()).body("downstream", hasSize(2));
    around(chain.get(3)).body("upstream", hasSize(0)).body("downstream.level", contains(2, 3));
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
    return desk.call().get("/v1/relationships/" + id + "/chain").then().statusCode(200);
  }

  private ValidatableResponse move(String id, String beneath) {
    return desk.change(id, 1, "{\"upstreamId\": \"" + beneath + "\"}");
  }
}
