package app.upline.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A carrier tells its agencies something, and sees who has read it. */
@Tag("engine")
@MicronautTest(transactional = false)
class AnnouncementTest {

  private static final String ALL = "/v1/announcements";

  @Inject Api api;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;
  @Inject AnnouncementJob job;
  @Inject Clock clock;

  private UUID carrier;
  private UUID agency;
  private TestUser author;
  private TestUser reporter;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = users.carrier();
    agency = agencyOf(carrier);
    author = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void fromTheDraftToWhoHasReadIt() {
    TestUser neighbor = users.someone(Role.AGENCY_REPORTER, agencyOf(carrier));
    TestUser stranger = users.someone(Role.AGENCY_REPORTER, agencyOf(users.carrier()));
    LocalDate by = LocalDate.now(clock).plusDays(2);
    String id = draft("\"confirmationWanted\": true, \"confirmBy\": \"%s\",".formatted(by));
    as(reporter).body("items", empty());
    publish(id, 1, "{}")
        .statusCode(200)
        .body("state", equalTo("CURRENT"))
        .body("possibleActions", contains("WITHDRAW"));

    as(reporter)
        .body("items.id", contains(id))
        .body("items[0]", not(hasKey("audience")))
        .body("items[0]", not(hasKey("changedBy")))
        .body("items[0].confirmedByMe", equalTo(false));
    as(neighbor).body("items.id", contains(id));
    as(stranger).body("items", empty());
    api.as(stranger).get(ALL + "/" + id).then().statusCode(404);
    work(reporter).body("items.kind", hasItem("ANNOUNCEMENT"));

    confirm(reporter, id)
        .statusCode(200)
        .body("confirmedAt", notNullValue())
        .body("confirmedByMe", equalTo(true));
    confirm(reporter, id).statusCode(200);
    confirm(stranger, id).statusCode(404);
    work(reporter).body("items.kind", not(hasItem("ANNOUNCEMENT")));
    work(neighbor).body("items.kind", hasItem("ANNOUNCEMENT"));
    api.as(users.someone(Role.CARRIER_AUDITOR, carrier))
        .get(ALL + "/" + id + "/recipients")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.find { it.agency.id == '%s' }.confirmations".formatted(agency), hasSize(1));
  }

  @Test
  void anAgencyHearsOfItInTheApplicationAndIsRemindedOnceBeforeTheDayAndOnceAfter() {
    LocalDate by = LocalDate.now(clock).plusDays(2);
    String id = draft("\"confirmationWanted\": true, \"confirmBy\": \"%s\",".formatted(by));
    publish(id, 1, "{}").statusCode(200);
    Instant noon = by.atTime(12, 0).toInstant(ZoneOffset.UTC);
    job.remind(noon.minus(4, ChronoUnit.DAYS));
    assertThat(events()).containsExactly("ANNOUNCEMENT_PUBLISHED");
    job.remind(noon.minus(2, ChronoUnit.DAYS));
    job.remind(noon);
    assertThat(events()).containsExactly("ANNOUNCEMENT_PUBLISHED", "ANNOUNCEMENT_TO_CONFIRM");
    job.remind(noon.plus(1, ChronoUnit.DAYS));
    job.remind(noon.plus(2, ChronoUnit.DAYS));
    assertThat(events()).hasSize(3);
    confirm(reporter, id).statusCode(200);
    String other = draft("\"confirmationWanted\": true, \"confirmBy\": \"%s\",".formatted(by));
    publish(other, 1, "{}").statusCode(200);
    confirm(reporter, other).statusCode(200);
    job.remind(noon);
    assertThat(events()).hasSize(4);
  }

  @Test
  void whatIsScheduledIsToldWhenItsTimeHasComeAndExpiresLater() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant at = now.plusSeconds(3_600);
    String id = draft("\"expiresAt\": \"%s\",".formatted(now.plusSeconds(7_200)));
    publish(id, 1, "{\"publishAt\": \"%s\"}".formatted(now.plusSeconds(9_000))).statusCode(422);
    publish(id, 1, "{\"publishAt\": \"%s\"}".formatted(at))
        .statusCode(200)
        .body("state", equalTo("SCHEDULED"));
    job.tellDue(at.minusSeconds(1));
    as(reporter).body("items", empty());
    job.tellDue(at);
    job.tellDue(at.plusSeconds(1));
    as(reporter).body("items.id", contains(id));
    assertThat(events()).containsExactly("ANNOUNCEMENT_PUBLISHED");
    users.run(
        "update announcement set expires_at = ? where id = ?",
        now.minusSeconds(1),
        UUID.fromString(id));
    as(reporter).body("items[0].state", equalTo("EXPIRED"));
  }

  @Test
  void eachSideFindsThemByHowTheyStandFromEitherEnd() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String draft = draft("");
    String scheduled = draft("");
    publish(scheduled, 1, "{\"publishAt\": \"%s\"}".formatted(now.plusSeconds(3_600)))
        .statusCode(200);
    String expired = draft("");
    publish(expired, 1, "{}").statusCode(200);
    users.run("update announcement set expires_at = ? where id = ?", now, UUID.fromString(expired));
    String current = draft("\"expiresAt\": \"%s\",".formatted(now.plusSeconds(7_200)));
    publish(current, 1, "{}").statusCode(200);
    Map.of("DRAFT", draft, "SCHEDULED", scheduled, "EXPIRED", expired, "CURRENT", current)
        .forEach(
            (state, id) ->
                found(author, "state=" + state)
                    .body("items.id", contains(id))
                    .body("items.state", contains(state)));
    found(author, "state=WITHDRAWN").body("items", empty());
    found(author, "direction=ASCENDING")
        .body("items.id", contains(draft, scheduled, expired, current));
    found(reporter, "state=EXPIRED").body("items.id", contains(expired));
    found(reporter, "state=DRAFT").body("items", empty());
    found(reporter, "state=SCHEDULED").body("items", empty());
    found(reporter, "direction=ASCENDING").body("items.id", contains(expired, current));
  }

  private ValidatableResponse found(TestUser person, String query) {
    return api.as(person).get(ALL + "?" + query).then().statusCode(200);
  }

  @Test
  void itIsForSomeAgenciesOrForThoseOfALevel() {
    UUID other = agencyOf(carrier);
    TestUser otherReporter = users.someone(Role.AGENCY_REPORTER, other);
    users.run("update agency set level = 'GA' where id = ?", other);
    String chosen =
        draft("", "{\"kind\": \"AGENCIES\", \"agencyIds\": [\"%s\"]}".formatted(agency));
    publish(chosen, 1, "{}").statusCode(200);
    String level = draft("", "{\"kind\": \"LEVELS\", \"levels\": [\"GA\"]}");
    publish(level, 1, "{}").statusCode(200);
    as(reporter).body("items.id", contains(chosen));
    as(otherReporter).body("items.id", contains(level));
    as(author).body("items.id", contains(level, chosen));
    api.as(author)
        .get(ALL + "/" + chosen)
        .then()
        .body("audience.agencyIds", contains(agency.toString()));

    refused("{\"kind\": \"AGENCIES\", \"agencyIds\": [\"%s\"]}".formatted(users.agency()))
        .body("errors[0].code", equalTo("UNKNOWN_AGENCY"));
    refused("{\"kind\": \"AGENCIES\"}").body("errors[0].code", equalTo("REQUIRED"));
    refused("{\"kind\": \"ALL\", \"levels\": [\"GA\"]}")
        .body("errors[0].code", equalTo("NOT_EXPECTED"));
  }

  @Test
  void whatIsToBeConfirmedCanBeReadUntilThen() {
    Instant expiry = clock.instant().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    LocalDate last = LocalDate.ofInstant(expiry, ZoneId.of("America/New_York"));
    String dated = "\"confirmationWanted\": true, \"confirmBy\": \"%s\", \"expiresAt\": \"%s\",";
    String id = draft(dated.formatted(last.minusDays(1), expiry));
    publish(id, 1, "{\"publishAt\": \"%s\"}".formatted(expiry.minusSeconds(1)))
        .statusCode(422)
        .body("errors.code", contains("AFTER_CONFIRMATION"));
    publish(id, 1, "{}").statusCode(200);
    draft(dated.formatted(last, expiry));
    post(json(dated.formatted(last.plusDays(1), expiry), "{\"kind\": \"ALL\"}", "The template."))
        .statusCode(422)
        .body("errors.pointer", contains("/confirmBy"))
        .body("errors.code", contains("AFTER_EXPIRY"));
  }

  @Test
  void aDraftIsWrittenAnewAndWhatIsPublishedIsOnlyWithdrawn() {
    String id = draft("");
    api.as(author)
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(json("", "{\"kind\": \"ALL\"}", "Another text."))
        .put(ALL + "/" + id)
        .then()
        .statusCode(200)
        .body("body", equalTo("Another text."));
    publish(id, 1, "{}").statusCode(412);
    publish(id, 2, "{}").statusCode(200);
    api.as(author)
        .header("If-Match", "\"3\"")
        .contentType("application/json")
        .body(json("", "{\"kind\": \"ALL\"}", "Too late."))
        .put(ALL + "/" + id)
        .then()
        .statusCode(409)
        .body("possibleActions", contains("WITHDRAW"));
    confirm(reporter, id).statusCode(409);
    api.as(author)
        .header("If-Match", "\"3\"")
        .post(ALL + "/" + id + "/withdraw")
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    as(reporter).body("items", empty());
    as(author).body("items.state", contains("WITHDRAWN"));
  }

  @TestFactory
  Stream<DynamicTest> textThatCouldDoAnythingIsRefused() {
    return Stream.of(
            "See <script>alert(1)</script>.|HTML_NOT_ALLOWED",
            "See <a href='x'>this</a>.|HTML_NOT_ALLOWED",
            "See [this](javascript:alert(1)).|LINK_NOT_ALLOWED",
            "See [this](http://company.example).|LINK_NOT_ALLOWED",
            "See [this].\\n\\n[this]: data:text/html,x|LINK_NOT_ALLOWED",
            "See ![this](https://company.example/x.png).|PICTURE_NOT_ALLOWED",
            "She is 1EG4-TE5-MK73.|PERSONAL_DATA_REFUSED")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text,
                    () -> {
                      String[] parts = text.split("\\|");
                      post(json("", "{\"kind\": \"ALL\"}", parts[0]))
                          .statusCode(422)
                          .body("errors[0].code", equalTo(parts[1]))
                          .body("errors[0].pointer", equalTo("/body"));
                    }));
  }

  @Test
  void plainMarkdownIsTakenAsItIs() {
    String text =
        "# News\\n\\n- **one**\\n- 2 < 3, see [this](https://company.example/a(b) \\\"x\\\")";
    post(json("", "{\"kind\": \"ALL\"}", text))
        .statusCode(201)
        .body("body", containsString("2 < 3"))
        .body("confirmedAt", nullValue());
  }

  private List<String> events() {
    return users.strings(
        "select type from business_event where organization_id = ? order by id", agency);
  }

  private UUID agencyOf(UUID itsCarrier) {
    UUID id = users.agency();
    organizations.contract(id, itsCarrier);
    return id;
  }

  private String draft(String more) {
    return draft(more, "{\"kind\": \"ALL\"}");
  }

  private String draft(String more, String audience) {
    return post(json(more, audience, "The **template** has changed."))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse refused(String audience) {
    return post(json("", audience, "The template.")).statusCode(422);
  }

  private static String json(String more, String audience, String body) {
    return "{\"title\": \"The template\", %s \"audience\": %s, \"body\": \"%s\"}"
        .formatted(more, audience, body);
  }

  private ValidatableResponse post(String json) {
    return api.as(author).contentType("application/json").body(json).post(ALL).then();
  }

  private ValidatableResponse publish(String id, int version, String json) {
    return api.as(author)
        .header("If-Match", "\"%d\"".formatted(version))
        .contentType("application/json")
        .body(json)
        .post(ALL + "/" + id + "/publish")
        .then();
  }

  private ValidatableResponse confirm(TestUser person, String id) {
    return api.as(person).post(ALL + "/" + id + "/confirm").then();
  }

  private ValidatableResponse as(TestUser person) {
    return api.as(person).get(ALL).then().statusCode(200);
  }

  private ValidatableResponse work(TestUser person) {
    return api.as(person).get("/v1/work").then().statusCode(200);
  }
}
