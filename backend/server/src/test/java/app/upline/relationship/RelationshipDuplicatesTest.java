package app.upline.relationship;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One entity is one relationship: what may be a second one is pointed out, on every way in. */
@Tag("engine")
@MicronautTest(transactional = false)
class RelationshipDuplicatesTest {

  private static final String COMPANY = "Keystone Media LLC";
  private static final String NPN = "6657085";
  private static final String EIN = "54-4873297";
  private static final String HEADER =
      "Reference,Legal name,Trade names,Entity type,NPN,EIN,Functions,Address line 1,City,State,ZIP,"
          + "Contact name,Contact e-mail,Websites,Start date,End date,End reason,Offshore\r\n";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;

  private RegisterClient desk;

  @BeforeEach
  void anAgency() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
  }

  /** By what two are alike is looked for in an agency's own register alone. */
  @Test
  void aCarrierIsNotGivenWhatTellsTwoOfOneKind() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    UUID carrier = crowd.carrier();
    organizations.contract(reporter.organizationId(), carrier);
    new RegisterClient(api, reporter).create(seller(COMPANY, NPN).with("ein", EIN));
    submissions.register(reporter.organizationId(), carrier);
    assertThat(crowd.strings("select facet from disclosure_facet where carrier_id = ?", carrier))
        .isNotEmpty()
        .noneMatch(facet -> facet.startsWith(Facets.SAME));
  }

  @Test
  void theSameNumberUnderAnotherNameIsPointedOutAndNeverRefused() {
    var first = desk.create(seller(COMPANY, NPN).with("ein", EIN)).extract();
    String reference = first.path("reference");
    assertThat(first.<List<?>>path("warnings")).isEmpty();
    assertThat(first.<List<?>>path("possibleDuplicates")).isEmpty();
    String second =
        desk.create(seller("Harbor Advisors", NPN))
            .statusCode(201)
            .body("warnings.code", contains("POSSIBLE_DUPLICATE"))
            .body("warnings.pointer", contains(""))
            .body(
                "warnings[0].message",
                equalTo(
                    "%s has the same NPN. If the two are one entity, change %s and void this one; if both are really there, keep both."
                        .formatted(reference, reference)))
            .body("possibleDuplicates.reference", contains(reference))
            .body("possibleDuplicates.legalName", contains(COMPANY))
            .body("possibleDuplicates.href", contains("/v1/relationships/" + first.path("id")))
            .extract()
            .path("id");
    desk.create(Entity.named("Lakeside").with("ein", "544873297"))
        .statusCode(201)
        .body("warnings.message", contains(containsString(reference + " has the same EIN.")))
        .body("warnings[0].message", not(containsString("4873297")));
    duplicates(second).body("items.reference", contains(reference));
    desk.read(second).body("warnings", nullValue()).body("possibleDuplicates", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Keystone Media LLC",
        "KEYSTONE MEDIA L.L.C.",
        "Keystone Media, L. L. C.",
        "Key-Stone  media Inc.",
        "Keystone Media Incorporated",
        "Keystone Media Corp",
        "Keystone Media Corporation",
        "Keystone Media Co., Ltd.",
        "Keystone Media Company",
        "Keystone Media",
        "Kéystöne Média",
        "“Keystone” Media.",
        "Keystone\u00a0Media",
        "Ｋｅｙｓｔｏｎｅ Media"
      })
  void aNameWrittenDifferentlyIsTheSameName(String written) {
    String reference = desk.create(Entity.named(COMPANY)).extract().path("reference");
    desk.create(Entity.named(written))
        .statusCode(201)
        .body("warnings.message", contains(containsString(reference + " has the same name.")));
    desk.create(Entity.named("Harbor Advisors").with("tradeNames", List.of("Shoreline", written)))
        .statusCode(201)
        .body("possibleDuplicates", hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Keystone Media Group", "Keystone", "Keystone Medical LLC", "Media Keystone"})
  void anotherNameIsAnother(String other) {
    desk.record(Entity.named(COMPANY));
    desk.create(Entity.named(other)).body("warnings", empty()).body("possibleDuplicates", empty());
  }

  @ParameterizedTest
  @CsvSource({"Smith & Sons Inc.,Smith and Sons", "LLC,L.L.C.", "Company,COMPANY."})
  void namesOfFewWordsAreComparedToo(String one, String other) {
    desk.record(Entity.named(one));
    desk.create(Entity.named(other)).statusCode(201).body("possibleDuplicates", hasSize(1));
  }

  @Test
  void twoProducersOfOneNameAreTwo() {
    desk.record(seller("Dana Whitfield", NPN));
    desk.create(seller("Dana Whitfield", "6657086")).body("possibleDuplicates", empty());
    desk.create(Entity.named("Dana Whitfield")).body("possibleDuplicates", hasSize(2));
    desk.create(seller("Dana Whitfield", NPN))
        .body(
            "warnings.message",
            contains(containsString("same NPN and name."), containsString("same name.")));
  }

  @Test
  void whatHasEndedOrWasVoidedIsNotTold() {
    String ended = desk.record(Entity.named(COMPANY).with("ein", EIN));
    String voided = desk.record(Entity.named(COMPANY).with("ein", EIN));
    desk.step(ended, 1, "end", "{\"endDate\": \"2026-06-30\", \"endReason\": \"Not renewed.\"}")
        .statusCode(200)
        .body("possibleDuplicates", empty());
    desk.step(voided, 1, "void", "{\"reason\": \"Entered twice.\"}")
        .statusCode(200)
        .body("possibleDuplicates", empty());
    desk.create(Entity.named(COMPANY).with("ein", EIN))
        .statusCode(201)
        .body("warnings", empty())
        .body("possibleDuplicates", empty());
    duplicates(ended).body("items", empty());
    duplicates(voided).body("items", empty());
    desk.create(
            Entity.named(COMPANY).with("endDate", "2026-06-30").with("endReason", "Not renewed."))
        .statusCode(201)
        .body("possibleDuplicates", empty());
    desk.step(ended, 2, "reopen", "{}").statusCode(200).body("possibleDuplicates", hasSize(1));
    desk.call()
        .header("If-Match", "\"2\"")
        .post("/v1/relationships/" + voided + "/restore")
        .then()
        .statusCode(200)
        .body("possibleDuplicates", hasSize(2));
  }

  @Test
  void aChangeThatMakesTwoAlikeIsPointedOutAsWell() {
    desk.record(Entity.named(COMPANY).with("ein", EIN));
    String other = desk.record(Entity.named("Harbor Advisors"));
    desk.change(other, 1, "{\"ein\": \"54-4873297\"}")
        .statusCode(200)
        .body("warnings.code", contains("POSSIBLE_DUPLICATE"));
    desk.change(other, 2, "{\"ein\": null}").statusCode(200).body("warnings", empty());
  }

  @Test
  void anotherAgencysRelationshipIsNeverTold() {
    RegisterClient stranger = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    String theirs = stranger.record(seller(COMPANY, NPN).with("ein", EIN));
    Entity ours = seller(COMPANY, NPN).with("ein", EIN);
    desk.create(ours).statusCode(201).body("warnings", empty()).body("possibleDuplicates", empty());
    duplicates(theirs, 404);

    RegisterClient third = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    batch(third, "COMMIT", ours).statusCode(200).body("rows[0].warnings", empty());
    RegisterClient fourth = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    upload(fourth, "COMMIT", "REPORT", row("", COMPANY, NPN, EIN))
        .body("status", equalTo("APPLIED"));
  }

  @Test
  void aBatchTellsOfTheRegisterAndOfItsOwnRows() {
    String reference = desk.create(seller(COMPANY, NPN)).extract().path("reference");
    Entity[] rows = {
      seller("Harbor Advisors", NPN), Entity.named("Lakeside Inc."), Entity.named("Lakeside")
    };
    batch(desk, "DRY_RUN", rows)
        .statusCode(200)
        .body(
            "rows[0].warnings.message",
            contains(
                reference
                    + " has the same NPN. If the two are one entity, give its reference in this row; if both are really there, keep both."))
        .body(
            "rows[1].warnings.message",
            contains(
                "Row 2 has the same name. If the two are one entity, send one of the rows; if both are really there, keep both."))
        .body("rows[2].warnings.code", contains("POSSIBLE_DUPLICATE"));
    var written = batch(desk, "COMMIT", rows).statusCode(200).body("created", equalTo(3)).extract();
    assertThat(written.<List<String>>path("rows[1].warnings.message"))
        .singleElement()
        .asString()
        .startsWith(written.path("rows[2].reference") + " has the same name.");
    batch(desk, "COMMIT", new Entity(Map.of("reference", reference, "tradeNames", List.of())))
        .statusCode(200)
        .body("rows[0].outcome", equalTo("UNCHANGED"))
        .body("rows[0].warnings", hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRY_RUN", "COMMIT"})
  void aSheetIsNotWrittenUntilItIsSaidWhatItsRowsAre(String mode) {
    String reference =
        desk.create(seller(COMPANY, NPN).with("ein", EIN)).extract().path("reference");
    for (String choice : List.of("REPORT", "UPDATE")) {
      upload(
              desk,
              mode,
              choice,
              row("", "Harbor Advisors", NPN, ""),
              row("", "Lakeside", "", EIN),
              row("", "KEYSTONE MEDIA, Inc.", "", "36-4120988"),
              row("", "Quite Another LLC", "6657099", ""))
          .body("status", equalTo(mode.equals("COMMIT") ? "REJECTED" : "CHECKED_WITH_ERRORS"))
          .body("errors.row", contains(2, 3, 4))
          .body("errors.code", contains(times("POSSIBLE_DUPLICATE", 3)))
          .body("errors.field", contains(times("reference", 3)))
          .body(
              "errors[0].message",
              equalTo(
                  "This looks like %s (same NPN). To change that one put %s into the column “Reference”; if both are really there, upload with the choice to record another (`onPossibleDuplicate`: CREATE)."
                      .formatted(reference, reference)))
          .body("errors[1].message", containsString(reference + " (same EIN)"))
          .body("errors[2].message", containsString(reference + " (same name)"));
    }
    assertThat(desk.names(Map.of())).containsExactly(COMPANY);
  }

  @Test
  void bothWaysOutOfASheetLeadOut() {
    String reference = desk.create(seller(COMPANY, NPN)).extract().path("reference");
    upload(desk, "COMMIT", "CREATE", row("", "Harbor Advisors", NPN, ""))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(1));
    upload(desk, "COMMIT", "REPORT", row(reference, "Keystone Digital", NPN, ""))
        .body("status", equalTo("APPLIED"))
        .body("changed", equalTo(1));
    assertThat(desk.names(Map.of())).containsExactly("Keystone Digital", "Harbor Advisors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRY_RUN", "COMMIT"})
  void rowsOfOneSheetAreComparedWithEachOther(String mode) {
    String reference = desk.create(Entity.named("Harbor Advisors")).extract().path("reference");
    upload(
            desk,
            mode,
            "REPORT",
            row("", "Lakeside Inc", NPN, ""),
            row("", "Somebody Else", NPN, ""),
            row("", "lakeside", "", ""),
            row("", "Lakeside", "6657086", ""),
            row("", "Alder LLC", "", EIN),
            row(reference, "Harbor Advisors", "", EIN))
        .body("errors.row", contains(3, 4, 5, 6))
        .body("errors.code", contains(times("DUPLICATE_ROW", 4)))
        .body("errors[0].message", containsString("Row 2 has the same NPN. Keep one of the two;"))
        .body("errors[1].message", containsString("Row 2 has the same name."))
        .body("errors[2].message", containsString("Row 4 has the same name."))
        .body("errors[3].message", containsString("Row 7 has the same EIN."));
    assertThat(desk.names(Map.of())).containsExactly("Harbor Advisors");
  }

  @Test
  void whatHasEndedDoesNotKeepASheetFromBeingWritten() {
    String ended = desk.record(seller(COMPANY, NPN));
    desk.step(ended, 1, "end", "{\"endDate\": \"2026-06-30\", \"endReason\": \"Not renewed.\"}")
        .statusCode(200);
    upload(
            desk,
            "COMMIT",
            "REPORT",
            row("", "Harbor Advisors", NPN, ""),
            row("", "Lakeside", "6657086", ""),
            row("", "Lakeside Group", "6657086", "", "2026-05-01", "Merged"))
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(3));
  }

  @Test
  void atMostFiftyAreTold() {
    batch(
            desk,
            "COMMIT",
            IntStream.range(0, 60).mapToObj(i -> Entity.named("Twin Pines")).toArray(Entity[]::new))
        .statusCode(200);
    desk.create(Entity.named("Twin Pines")).body("possibleDuplicates", hasSize(50));
  }

  private static Entity seller(String name, String npn) {
    return Entity.named(name)
        .with("functions", List.of("SALES", "MARKETING"))
        .with("licensedProducer", true)
        .with("npn", npn);
  }

  private static String row(String reference, String name, String npn, String ein) {
    return row(reference, name, npn, ein, "", "");
  }

  private static String row(
      String reference, String name, String npn, String ein, String end, String why) {
    return "%s,\"%s\",,Marketing agency,%s,%s,Marketing,1 Main St,Tampa,FL,33602,Desk,desk@company.example,https://www.company.example,2025-01-01,%s,%s,No\r\n"
        .formatted(reference, name, npn, ein, end, why);
  }

  private static String[] times(String text, int times) {
    return IntStream.range(0, times).mapToObj(i -> text).toArray(String[]::new);
  }

  private void duplicates(String id, int status) {
    desk.call().get("/v1/relationships/" + id + "/possible-duplicates").then().statusCode(status);
  }

  private ValidatableResponse duplicates(String id) {
    return desk.call()
        .get("/v1/relationships/" + id + "/possible-duplicates")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse batch(RegisterClient desk, String mode, Entity... rows) {
    return desk.call()
        .contentType("application/json")
        .body(Map.of("mode", mode, "relationships", Arrays.stream(rows).map(Entity::json).toList()))
        .post("/v1/relationship-batches")
        .then();
  }

  private static ValidatableResponse upload(
      RegisterClient desk, String mode, String onPossibleDuplicate, String... rows) {
    String csv = HEADER + Arrays.stream(rows).collect(Collectors.joining());
    return desk.call()
        .multiPart("file", "relationships.csv", csv.getBytes(UTF_8), "text/csv")
        .multiPart("mode", mode)
        .multiPart("onPossibleDuplicate", onPossibleDuplicate)
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201);
  }
}
