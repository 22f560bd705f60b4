package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking up who is in the register: searches, filters and any of them together. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterListTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private RegisterClient desk;
  private UUID carrier;
  private String keystone;

  @BeforeEach
  void aRegisterOfFive() {
    UUID agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER, agency));
    keystone =
        desk.record(
            Entity.named("Keystone Média Inc.")
                .with("tradeNames", List.of("Golden Years Leads", "O'Hara & Sons"))
                .with("ein", "54-4873297")
                .with("ownReference", "V-0042"));
    desk.record(
        Entity.named("Blue Mesa Sales LLC")
            .with("entityType", "AGENCY")
            .with("functions", List.of("SALES"))
            .with("npn", "15693069")
            .in("TX"));
    desk.record(
        Entity.named("Keystone Calls LLC")
            .with("entityType", "CALL_CENTER")
            .with("functions", List.of("MARKETING", "LEAD_GENERATION"))
            .with("leadChannels", List.of("INBOUND_CALL"))
            .with("endDate", "2025-06-30")
            .with("endReason", "Contract over")
            .with("upstreamId", keystone));
    desk.record(
        Entity.named("Zenith Enrollment")
            .with("entityType", "ENROLLMENT_SUPPORT_STAFF")
            .with("functions", List.of("ENROLLMENT", "MARKETING"))
            .with("npn", "20481516")
            .in("OH"));
    desk.record(Entity.named("Amber Calls").with("entityType", "CALL_CENTER"));
    new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER))
        .record(Entity.named("Keystone Stranger"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          keystone          | Keystone Média Inc., Keystone Calls LLC
          KEYSTONE          | Keystone Média Inc., Keystone Calls LLC
          media             | Keystone Média Inc.
          mÉd               | Keystone Média Inc.
          media keystone    | Keystone Média Inc.
          key calls         | Keystone Calls LLC
          golden            | Keystone Média Inc.
          ohara             | Keystone Média Inc.
          hara              | Keystone Média Inc.
          15693069          | Blue Mesa Sales LLC
          1569              | Blue Mesa Sales LLC
          54-4873297        | Keystone Média Inc.
          544873297         | Keystone Média Inc.
          v-0042            | Keystone Média Inc.
          stranger          |
          eystone           |
          %%                |
          """)
  void aSearchFindsNamesAndNumbersByTheirBeginnings(String query, String names) {
    assertThat(desk.names(Map.of("q", query)))
        .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(", ")));
  }

  @Test
  void aSearchFindsAReferenceHoweverItIsWritten() {
    String reference = desk.read(keystone).extract().path("reference");
    for (String typed : List.of(reference, reference.toLowerCase(), reference.replace("-", ""))) {
      assertThat(desk.names(Map.of("q", typed))).contains("Keystone Média Inc.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          performs   | LEAD_GENERATION | Keystone Calls LLC
          performs   | MARKETING       | Keystone Média Inc., Keystone Calls LLC, Zenith Enrollment, Amber Calls
          entityType | CALL_CENTER     | Keystone Calls LLC, Amber Calls
          state      | FL              | Keystone Média Inc., Keystone Calls LLC, Amber Calls
          state      | WY              |
          status     | ENDED           | Keystone Calls LLC
          sort       | REFERENCE       | Keystone Média Inc., Blue Mesa Sales LLC, Keystone Calls LLC, Zenith Enrollment, Amber Calls
          sort       | LEGAL_NAME      | Amber Calls, Blue Mesa Sales LLC, Keystone Calls LLC, Keystone Média Inc., Zenith Enrollment
          """)
  void eachFilterKeepsWhatItSays(String filter, String value, String names) {
    assertThat(desk.names(Map.of(filter, value)))
        .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(", ")));
  }

  @Test
  void changesAreListedInTheOrderInWhichTheyHappened() {
    String seen =
        desk.list(Map.of("sort", "CHANGED_AT")).extract().path("items[-1].changedAt").toString();
    desk.change(keystone, 1, "{\"legalName\": \"Keystone Media Group\"}").statusCode(200);
    assertThat(desk.names(Map.of("changedSince", seen)))
        .containsExactly("Amber Calls", "Keystone Media Group");
    assertThat(desk.names(Map.of("changedSince", "2199-01-01T00:00:00Z"))).isEmpty();
  }

  /**
   * Whatever way the server reads a combination, it answers what all its filters have in common.
   */
  @Test
  void filtersCombine() {
    Map<String, Object> filters = new LinkedHashMap<>();
    filters.put("q", "calls");
    filters.put("performs", "MARKETING");
    filters.put("entityType", "CALL_CENTER");
    filters.put("state", "FL");
    filters.put("status", "ENDED");
    filters.put("changedSince", "2020-01-01T00:00:00Z");
    filters.put("undisclosedTo", carrier);
    filters.put("upstreamId", keystone);
    List<String> each = List.copyOf(filters.keySet());
    Map<String, List<String>> alone = new LinkedHashMap<>();
    each.forEach(name -> alone.put(name, desk.names(Map.of(name, filters.get(name)))));
    for (int choice = 1; choice < 1 << each.size(); choice++) {
      Map<String, Object> chosen = new LinkedHashMap<>();
      List<String> expected = new ArrayList<>(desk.names(Map.of()));
      for (int i = 0; i < each.size(); i++) {
        if ((choice & 1 << i) != 0) {
          chosen.put(each.get(i), filters.get(each.get(i)));
          expected.retainAll(alone.get(each.get(i)));
        }
      }
      assertThat(desk.names(chosen)).as("%s", chosen).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void aRenamedEntityIsFoundByItsNewNameOnly() {
    desk.change(keystone, 1, "{\"legalName\": \"Quartz Group\"}").statusCode(200);
    assertThat(desk.names(Map.of("q", "keystone"))).containsExactly("Keystone Calls LLC");
    assertThat(desk.names(Map.of("q", "quartz"))).containsExactly("Quartz Group");
  }

  @Test
  void theTotalIsCountedWhenAskedFor() {
    desk.list(Map.of("includeTotal", true, "limit", 2, "state", "FL"))
        .body("items", hasSize(2))
        .body("total", equalTo(3))
        .body("totalIsCapped", equalTo(false));
    desk.list(Map.of("includeTotal", true, "q", "keystone")).body("total", equalTo(2));
    desk.list(Map.of()).body("total", nullValue()).body("nextCursor", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          performs, KNITTING
          entityType, call_center
          state, ZZ
          status, GONE
          sort, RANDOM
          changedSince, yesterday
          undisclosedTo, nobody
          upstreamId, 12
          includeTotal, perhaps
          limit, 0
          limit, 201
          limit, many
          q, x
          cursor, bm9uZQ
          """)
  void aParameterOutOfItsRangeIsNamedAndNothingIsListed(String parameter, String value) {
    desk.list(Map.of(parameter, value))
        .statusCode(400)
        .body("type", equalTo("urn:upline:problem:malformed-request"))
        .body("errors.pointer", hasItem("?" + parameter));
  }

  @Test
  void aSearchHasAnOrderOfItsOwn() {
    desk.list(Map.of("q", "calls", "sort", "LEGAL_NAME"))
        .statusCode(400)
        .body("errors.code", hasItem("NOT_WITH_Q"));
  }
}
