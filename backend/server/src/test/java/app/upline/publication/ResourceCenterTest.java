package app.upline.publication;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.PlainClient;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a carrier publishes for its agencies, and what these find behind one login. */
@Tag("engine")
@MicronautTest(transactional = false)
class ResourceCenterTest {

  private static final String ALL = "{\"kind\": \"ALL\"}";
  private static final String RESOURCES = "/v1/resources";
  private static final byte[] PDF = "%PDF-1.7\nThe guidance.\n%%EOF\n".getBytes(UTF_8);

  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private UUID agency;
  private TestUser author;
  private TestUser reporter;
  private LocalDate today;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = users.carrier();
    agency = users.agency();
    organizations.contract(agency, carrier);
    author = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
    today = LocalDate.now(ZoneId.of("America/New_York"));
  }

  @Test
  void theTpmoSectionOfAResourceCenterIsBuiltReadAndDownloaded() {
    String compliance = section(author, null, "Compliance");
    String guidance = section(author, compliance, "Sales Guidance and Policies");
    String tpmo = section(author, guidance, "TPMO");
    String faq = resource(tpmo, "FAQ", "Whom do we report?", 1, ALL);
    String link = resource(tpmo, "LINK", "The rule", 2, ALL);
    String template = resource(tpmo, "TEMPLATE", "The list of relationships", 3, ALL);
    String document = resource(tpmo, "DOCUMENT", "TPMO guidance", 4, ALL);
    api.as(reporter).get(RESOURCES).then().body("items", empty());
    publish(faq, 1, "{\"text\": \"Every **entity** that is compensated.\"}").statusCode(200);
    publish(link, 1, "{\"url\": \"https://www.ecfr.gov/current/title-42\"}").statusCode(200);
    publish(template, 1, "{\"template\": \"RELATIONSHIPS\"}").statusCode(200);
    file(document, 1, PDF)
        .statusCode(201)
        .body("content.file.mediaType", equalTo("application/pdf"));

    api.as(reporter)
        .get("/v1/resource-sections")
        .then()
        .body(
            "items.title", containsInAnyOrder("Compliance", "Sales Guidance and Policies", "TPMO"));
    api.as(reporter)
        .get(RESOURCES + "?sectionId=" + tpmo)
        .then()
        .body("items.id", contains(faq, link, template, document))
        .body("items[0]", not(hasKey("audience")))
        .body("items[0].content", not(hasKey("publishedBy")));
    // Who asks for the headers alone has read nothing.
    for (String path : List.of(link, document + "/versions/1/file")) {
      assertThat(plain.head(reporter, RESOURCES + "/" + path).status()).isEqualTo(200);
    }
    readings(document).body("items", empty());
    api.as(reporter).get(RESOURCES + "/" + faq).then().body("content.version", equalTo(1));
    byte[] content =
        api.as(reporter)
            .get(RESOURCES + "/" + document + "/versions/1/file")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(content).isEqualTo(PDF);
    readings(faq).body("items.version", contains(1)).body("items[0]", not(hasKey("downloadedAt")));
    readings(document).body("items[0].downloadedAt", notNullValue());
    readings(link).body("items", empty());
  }

  @Test
  void anAgencyFindsWhatAllItsCarriersPublishedAndNothingOfAnyOther() {
    String faq = faq("Whom do we report?", "Every entity.");
    UUID second = users.carrier();
    organizations.contract(agency, second);
    TestUser otherAuthor = users.someone(Role.CARRIER_ADMINISTRATOR, second);
    String section = section(otherAuthor, null, "TPMO");
    String other =
        post(otherAuthor, RESOURCES, draft(section, "FAQ", "What is a lead?", 1, ALL))
            .statusCode(201)
            .extract()
            .path("id");
    act(otherAuthor, other, 1, "versions", "{\"text\": \"A person who may enroll.\"}")
        .statusCode(200);
    api.as(reporter).get(RESOURCES).then().body("items.id", containsInAnyOrder(faq, other));
    api.as(reporter).get(RESOURCES + "?q=enroll").then().body("items.id", contains(other));
    api.as(reporter).get(RESOURCES + "?q=whom enti").then().body("items.id", contains(faq));
    String cursor = api.as(reporter).get(RESOURCES + "?limit=1").path("nextCursor");
    api.as(reporter)
        .get(RESOURCES + "?limit=1&cursor=" + cursor)
        .then()
        .body("items", hasSize(1))
        .body("items.id", contains(other));

    TestUser stranger = users.someone(Role.AGENCY_REPORTER);
    api.as(stranger).get(RESOURCES).then().body("items", empty());
    api.as(stranger).get(RESOURCES + "/" + faq).then().statusCode(404);
    api.as(author).get(RESOURCES).then().body("items.id", contains(faq));
    api.as(author).get(RESOURCES + "/" + other).then().statusCode(404);
  }

  @Test
  void whatIsForSomeAgenciesIsThereForTheseAlone() {
    UUID neighbor = users.agency();
    organizations.contract(neighbor, carrier);
    TestUser neighborsReporter = users.someone(Role.AGENCY_REPORTER, neighbor);
    users.run("update agency set level = 'GA' where id = ?", neighbor);
    String section = section(author, null, "TPMO");
    String chosen =
        resource(
            section,
            "FAQ",
            "For you?",
            1,
            "{\"kind\": \"AGENCIES\", \"agencyIds\": [\"%s\"]}".formatted(agency));
    String level =
        resource(section, "FAQ", "For GAs?", 2, "{\"kind\": \"LEVELS\", \"levels\": [\"GA\"]}");
    publish(chosen, 1, "{\"text\": \"Yes.\"}").statusCode(200);
    publish(level, 1, "{\"text\": \"Yes.\"}").statusCode(200);
    api.as(reporter).get(RESOURCES).then().body("items.id", contains(chosen));
    api.as(neighborsReporter).get(RESOURCES).then().body("items.id", contains(level));
    api.as(neighborsReporter).get(RESOURCES + "/" + chosen).then().statusCode(404);
  }

  @Test
  void aVersionTakesEffectOnItsDayAndTheOneBeforeStaysOnRecord() {
    String faq = faq("When is it due?", "On the 15th.");
    publish(
            faq,
            2,
            "{\"text\": \"On the last day.\", \"effectiveFrom\": \"%s\"}"
                .formatted(today.plusDays(1)))
        .statusCode(200)
        .body("content.version", equalTo(2));
    api.as(reporter)
        .get(RESOURCES + "/" + faq)
        .then()
        .body("content.text", equalTo("On the 15th."));
    publish(
            faq,
            3,
            "{\"text\": \"On the 20th.\", \"effectiveFrom\": \"%s\"}".formatted(today.minusDays(1)))
        .statusCode(200);
    publish(
            faq,
            4,
            "{\"text\": \"On the 1st.\", \"effectiveFrom\": \"%s\", \"effectiveTo\": \"%s\"}"
                .formatted(today.minusDays(3), today.minusDays(2)))
        .statusCode(200);
    api.as(reporter)
        .get(RESOURCES + "/" + faq)
        .then()
        .body("content.text", equalTo("On the 20th."));
    api.as(author)
        .get(RESOURCES + "/" + faq + "/versions")
        .then()
        .body("items.version", contains(4, 3, 2, 1));
    readings(faq).body("items.version", contains(1, 3));
  }

  @Test
  void whatHasEndedIsNotThereAnyMore() {
    String section = section(author, null, "TPMO");
    String faq = resource(section, "FAQ", "When is it due?", 1, ALL);
    publish(
            faq,
            1,
            "{\"text\": \"On the 15th.\", \"effectiveFrom\": \"%s\", \"effectiveTo\": \"%s\"}"
                .formatted(today.minusDays(9), today.minusDays(1)))
        .statusCode(200);
    api.as(reporter).get(RESOURCES).then().body("items", empty());
    api.as(reporter).get(RESOURCES + "/" + faq).then().statusCode(404);
    publish(
            faq,
            2,
            "{\"text\": \"No.\", \"effectiveFrom\": \"%s\", \"effectiveTo\": \"%s\"}"
                .formatted(today, today.minusDays(1)))
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/effectiveTo"));
  }

  @Test
  void aVersionThatSaysOnlyItsLastDayBeginsToday() {
    String faq = faq("When is it due?", "On the 15th.");
    publish(faq, 2, "{\"text\": \"No.\", \"effectiveTo\": \"%s\"}".formatted(today.minusDays(1)))
        .statusCode(422)
        .body("errors[0].code", equalTo("BEFORE_START"))
        .body("errors[0].pointer", equalTo("/effectiveTo"));
    publish(faq, 2, "{\"text\": \"For a day.\", \"effectiveTo\": \"%s\"}".formatted(today))
        .statusCode(200)
        .body("content.effectiveFrom", equalTo(today.toString()));
    String document = resource(section(author, null, "Rules"), "DOCUMENT", "Guidance", 1, ALL);
    api.as(author)
        .header("If-Match", "\"1\"")
        .multiPart("file", "guidance.txt", "Guidance.".getBytes(UTF_8))
        .multiPart("effectiveTo", today.minusDays(1).toString())
        .post(RESOURCES + "/" + document + "/files")
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/effectiveTo"));
  }

  @Test
  void whatIsRetiredIsSeenByItsCarrierAloneAndNotChangedAnyMore() {
    String faq = faq("When is it due?", "On the 15th.");
    act(author, faq, 2, "retire", "").statusCode(200).body("retiredAt", notNullValue());
    api.as(reporter).get(RESOURCES).then().body("items", empty());
    api.as(author).get(RESOURCES).then().body("items.id", contains(faq));
    publish(faq, 3, "{\"text\": \"Too late.\"}").statusCode(409);
  }

  @Test
  void filesAreKnownByTheirContentAndLinksLeadToTheWeb() {
    String section = section(author, null, "TPMO");
    String document = resource(section, "DOCUMENT", "TPMO guidance", 1, ALL);
    file(document, 1, "PK\u0003\u0004 no document".getBytes(UTF_8))
        .statusCode(422)
        .body("errors[0].code", equalTo("FILE_TYPE_REFUSED"));
    publish(document, 1, "{\"text\": \"No.\"}").statusCode(409);
    String link = resource(section, "LINK", "The rule", 2, ALL);
    publish(link, 1, "{\"url\": \"javascript:alert(1)\"}")
        .statusCode(422)
        .body("errors[0].code", equalTo("INVALID_URL"));
    publish(link, 1, "{\"url\": \"https://a@company.example\"}").statusCode(422);
    String faq = resource(section, "FAQ", "Why?", 3, ALL);
    publish(faq, 1, "{\"text\": \"<b>Because</b>\"}")
        .statusCode(422)
        .body("errors.code", hasItem("HTML_NOT_ALLOWED"));
  }

  @Test
  void aSectionIsMovedAndRemovedOnlyWhenEmptyAndNeverIntoItself() {
    String top = section(author, null, "Compliance");
    String tpmo = section(author, top, "TPMO");
    put(author, top, 1, "{\"title\": \"Compliance\", \"parentId\": \"%s\"}".formatted(tpmo))
        .statusCode(422);
    remove(top, 1).statusCode(409);
    put(author, tpmo, 1, "{\"title\": \"TPMOs\", \"position\": 3}")
        .statusCode(200)
        .body("title", equalTo("TPMOs"));
    remove(top, 1).statusCode(204);
    TestUser stranger = users.someone(Role.CARRIER_ADMINISTRATOR);
    put(stranger, tpmo, 2, "{\"title\": \"Mine\"}").statusCode(404);
  }

  /** Whoever comes second finds it gone, or not empty; nobody is told that the service failed. */
  @Test
  void aSectionIsRemovedWhileSomethingIsPutIntoIt() throws Exception {
    for (int round = 0; round < 12; round++) {
      String section = section(author, null, "TPMO " + round);
      AtomicInteger turn = new AtomicInteger();
      List<Integer> answers =
          Simultaneously.times(
              3,
              () ->
                  switch (turn.getAndIncrement()) {
                    case 0 -> bare().delete("/v1/resource-sections/" + section).statusCode();
                    case 1 ->
                        bare()
                            .body(draft(section, "FAQ", "What is a lead?", 1, ALL))
                            .post(RESOURCES)
                            .statusCode();
                    default ->
                        bare()
                            .body("{\"title\": \"In it\", \"parentId\": \"%s\"}".formatted(section))
                            .post("/v1/resource-sections")
                            .statusCode();
                  });
      assertThat(answers).allMatch(status -> status < 500);
    }
  }

  /** Neither sees the other's move; together they would make a circle. */
  @Test
  void ofTwoSectionsThatMoveBeneathEachOtherOneStays() throws Exception {
    for (int round = 0; round < 6; round++) {
      String one = section(author, null, "One " + round);
      String beneathOne = section(author, one, "Beneath one " + round);
      String other = section(author, null, "Other " + round);
      String beneathOther = section(author, other, "Beneath the other " + round);
      assertThat(
              Simultaneously.statuses(() -> move(one, beneathOther), () -> move(other, beneathOne)))
          .containsExactlyInAnyOrder(200, 422);
    }
  }

  private Response move(String section, String parent) {
    return bare()
        .body("{\"title\": \"Moved\", \"parentId\": \"%s\"}".formatted(parent))
        .put("/v1/resource-sections/" + section);
  }

  private RequestSpecification bare() {
    return given()
        .baseUri(api.url())
        .header("Authorization", "Bearer " + author.accessToken())
        .header("If-Match", "*")
        .contentType("application/json");
  }

  @Test
  void whatIsNotInEffectYetIsFoundByNoAgency() {
    String faq = faq("Whom do we report?", "Ordinary words.");
    publish(faq, 2, "{\"text\": \"Quokka merger.\", \"effectiveFrom\": \"2099-01-01\"}")
        .statusCode(200);
    found(reporter, "quokka").body("items", empty());
    found(reporter, "ordinary").body("items.id", contains(faq));
    found(reporter, "whom ordinary").body("items.id", contains(faq));
    found(author, "quokka").body("items.id", contains(faq));
    found(author, "ordinary").body("items", empty());
    found(author, "()").body("items", empty());
  }

  private ValidatableResponse found(TestUser person, String words) {
    return api.as(person).queryParam("q", words).get(RESOURCES).then().statusCode(200);
  }

  @Test
  void agenciesAreToldOfEachVersion() {
    faq("Whom do we report?", "Every entity.");
    assertThat(users.strings("select type from business_event where organization_id = ?", agency))
        .containsExactly("RESOURCE_PUBLISHED");
  }

  private String faq(String question, String answer) {
    String section = section(author, null, "TPMO");
    String id = resource(section, "FAQ", question, 1, ALL);
    publish(id, 1, "{\"text\": \"%s\"}".formatted(answer)).statusCode(200);
    return id;
  }

  private String section(TestUser person, String parent, String title) {
    String above = parent == null ? "" : "\"parentId\": \"%s\", ".formatted(parent);
    return post(person, "/v1/resource-sections", "{%s\"title\": \"%s\"}".formatted(above, title))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String resource(
      String section, String kind, String title, int position, String audience) {
    return post(author, RESOURCES, draft(section, kind, title, position, audience))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String draft(
      String section, String kind, String title, int position, String audience) {
    return "{\"sectionId\": \"%s\", \"kind\": \"%s\", \"title\": \"%s\", \"position\": %d, \"audience\": %s}"
        .formatted(section, kind, title, position, audience);
  }

  private ValidatableResponse post(TestUser person, String path, String json) {
    return api.as(person).contentType("application/json").body(json).post(path).then();
  }

  private ValidatableResponse publish(String id, int version, String json) {
    return act(author, id, version, "versions", json);
  }

  private ValidatableResponse act(
      TestUser person, String id, int version, String what, String json) {
    var request = api.as(person).header("If-Match", "\"%d\"".formatted(version));
    if (!json.isEmpty()) {
      request.contentType("application/json").body(json);
    }
    return request.post(RESOURCES + "/" + id + "/" + what).then();
  }

  private ValidatableResponse file(String id, int version, byte[] content) {
    return api.as(author)
        .header("If-Match", "\"%d\"".formatted(version))
        .multiPart("file", "guidance.pdf", content)
        .post(RESOURCES + "/" + id + "/files")
        .then();
  }

  private ValidatableResponse put(TestUser person, String section, int version, String json) {
    return api.as(person)
        .header("If-Match", "\"%d\"".formatted(version))
        .contentType("application/json")
        .body(json)
        .put("/v1/resource-sections/" + section)
        .then();
  }

  private ValidatableResponse remove(String section, int version) {
    return api.as(author)
        .header("If-Match", "\"%d\"".formatted(version))
        .delete("/v1/resource-sections/" + section)
        .then();
  }

  private ValidatableResponse readings(String id) {
    return api.as(author).get(RESOURCES + "/" + id + "/readings").then().statusCode(200);
  }
}
