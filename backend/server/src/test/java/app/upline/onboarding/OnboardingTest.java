package app.upline.onboarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.platform.start.StartFailure;
import app.upline.testing.ContractFilter;
import app.upline.testing.Mailbox;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an operator's file to the first administrators, who sign in and invite the others. */
@Tag("engine")
@MicronautTest(transactional = false)
class OnboardingTest {

  private static final String PASSWORD = "a lantern over the prairie at dusk";
  private static final String FILE =
      """
      {"carriers": [
        {"name": "Blue Heron Health %1$s", "timeZone": "America/New_York",
         "administrator": {"email": "admin-%1$s@blueheron.example", "name": "Compliance administrator"},
         "policy": {"effectiveFrom": "2026-01-01", "incidentDueDay": "15", "nilIncidentReportWanted": true,
           "relationshipNotice": "WITHIN_DAYS", "relationshipNoticeDays": 30, "noRelationshipsDeclarationWanted": true,
           "attestationVersion": "2026-01", "attestationWording": "To the best of my knowledge this is complete."}}],
       "agencies": [
        {"name": "Cattail Marketing LLC", "npn": "%2$s", "level": "FMO", "carriers": ["Blue Heron Health %1$s"],
         "administrator": {"email": "admin-%1$s@cattail.example", "name": "Agency administrator"}},
        {"name": "Sedge Advisors LLC", "npn": "%3$s", "level": "AGENCY", "uplineNpn": "%2$s", "carriers": ["Blue Heron Health %1$s"],
         "administrator": {"email": "admin-%1$s@sedge.example", "name": "Owner"}}]}
      """;

  @Inject EmbeddedServer server;
  @Inject Onboarding onboarding;
  @Inject OrganizationRegistry organizations;
  @Inject Mailbox mailbox;
  @TempDir Path folder;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String npn = npn();
  private final String npnBeneath = npn();
  private final String text = FILE.formatted(mark, npn, npnBeneath);
  private final List<String> told = new ArrayList<>();

  @Test
  void theFirstAdministratorsAreInvitedAndInviteTheirPeople() throws IOException {
    enter(text);
    assertThat(told)
        .containsExactly(
            "Blue Heron Health %1$s came in; admin-%1$s@blueheron.example is invited"
                .formatted(mark),
            "Cattail Marketing LLC came in; admin-%s@cattail.example is invited".formatted(mark),
            "Cattail Marketing LLC is contracted with Blue Heron Health " + mark,
            "Sedge Advisors LLC came in; admin-%s@sedge.example is invited".formatted(mark),
            "Sedge Advisors LLC is contracted with Blue Heron Health " + mark);

    String agency = signIn("admin-%s@cattail.example".formatted(mark));
    call()
        .header("Authorization", "Bearer " + agency)
        .contentType("application/json")
        .body(
            "{\"email\": \"reporter-%s@cattail.example\", \"name\": \"Reporter\", \"roles\": [\"AGENCY_REPORTER\"]}"
                .formatted(mark))
        .post("/v1/invitations")
        .then()
        .statusCode(201);
    String carrier = signIn("admin-%s@blueheron.example".formatted(mark));
    call()
        .header("Authorization", "Bearer " + carrier)
        .get("/v1/agencies")
        .then()
        .statusCode(200)
        .body("items.name", contains("Cattail Marketing LLC", "Sedge Advisors LLC"));
  }

  @Test
  void aSecondTimeNothingComesInTwiceAndWhatWasAddedDoes() throws IOException {
    enter(text);
    told.clear();
    String third = npn();
    enter(
        text.replace(
            "\"agencies\": [",
            "\"agencies\": [{\"name\": \"Rush LLC\", \"npn\": \"%s\", \"level\": \"GA\", \"administrator\": {\"email\": \"admin-%s@rush.example\", \"name\": \"Owner\"}},"
                .formatted(third, mark)));
    assertThat(told)
        .containsExactly(
            "Blue Heron Health %s is there already".formatted(mark),
            "Rush LLC came in; admin-%s@rush.example is invited".formatted(mark),
            "Cattail Marketing LLC is there already",
            "Sedge Advisors LLC is there already");
    assertThat(mailbox.to("admin-%s@cattail.example".formatted(mark)).size())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void whatIsCalledOtherwiseIsRenamedAndTold() throws IOException {
    enter(text);
    told.clear();
    enter(
        text.replace("Blue Heron Health " + mark, "Great Heron " + mark)
            .replaceFirst(
                "\\{\"name\": \"Great Heron",
                "{\"formerName\": \"Blue Heron Health " + mark + "\", \"name\": \"Great Heron")
            .replace("Cattail Marketing LLC", "Bulrush Marketing LLC")
            .replace("\"level\": \"AGENCY\"", "\"level\": \"GA\""));
    assertThat(told)
        .containsExactly(
            "Blue Heron Health %1$s is now called Great Heron %1$s".formatted(mark),
            "Cattail Marketing LLC is now called Bulrush Marketing LLC",
            "Sedge Advisors LLC is now GA, and was AGENCY");
    assertThat(organizations.carrierNamed("Blue Heron Health " + mark)).isEmpty();
    String carrier = signIn("admin-%s@blueheron.example".formatted(mark));
    call()
        .header("Authorization", "Bearer " + carrier)
        .get("/v1/agencies")
        .then()
        .statusCode(200)
        .body("items.name", contains("Bulrush Marketing LLC", "Sedge Advisors LLC"));

    // What the agency has said itself, no file takes back.
    String agency = signIn("admin-%s@cattail.example".formatted(mark));
    UUID id = organizations.agencyWithNpn(npn).orElseThrow();
    call()
        .header("Authorization", "Bearer " + agency)
        .header("If-Match", "*")
        .contentType("application/json")
        .body(
            "{\"effectiveFrom\": \"%s\", \"name\": \"Rush Marketing LLC\", \"level\": \"FMO\"}"
                .formatted(LocalDate.now(ZoneOffset.UTC)))
        .post("/v1/agencies/" + id + "/profiles")
        .then()
        .statusCode(200);
    told.clear();
    enter(text.replace("Blue Heron Health " + mark, "Great Heron " + mark));
    assertThat(told)
        .contains(
            "Cattail Marketing LLC says itself what it is called and where it stands, and stays Rush Marketing LLC");
  }

  @Test
  void whatIsWrongIsToldWithItsPlacesAndNothingComesIn() {
    String wrong =
        text.replace("\"15\"", "\"31\"")
            .replace(npnBeneath, "0" + npnBeneath)
            .replace("\"FMO\"", "\"TELEPATHY\"");
    assertThatThrownBy(() -> enter(wrong))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("/carriers/0/policy/incidentDueDay")
        .hasMessageContaining("/agencies/0/level")
        .hasMessageContaining("/agencies/1/npn");
    assertThatThrownBy(
            () -> enter(text.replace("\"uplineNpn\": \"" + npn, "\"uplineNpn\": \"" + "0")))
        .hasMessageContaining("Sedge Advisors LLC: there is no agency with the NPN 0 above it.");
    assertThatThrownBy(() -> enter("{\"carriers\": [")).hasMessageContaining("as JSON");

    assertThat(told).isEmpty();
    assertThat(organizations.carrierNamed("Blue Heron Health " + mark)).isEmpty();
    assertThat(organizations.agencyWithNpn(npn)).isEmpty();
  }

  @Test
  void namesMayBeAsLongAsTheFileAllows() throws IOException {
    String carrier = ("Blue Heron Health " + mark + " " + "健".repeat(200)).substring(0, 200);
    String longest =
        text.replace("Blue Heron Health " + mark, carrier)
            .replace("Cattail Marketing LLC", "Cattail " + "中".repeat(192))
            .replace("Compliance administrator", "C".repeat(200));

    enter(longest);

    assertThat(organizations.carrierNamed(carrier)).isPresent();
    assertThat(organizations.agencyWithNpn(npn)).isPresent();
    assertThatThrownBy(() -> enter(text.replace("Compliance administrator", "C".repeat(201))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("/carriers/0/administrator/name");
  }

  private void enter(String file) throws IOException {
    onboarding.enter(Files.writeString(folder.resolve("file.json"), file), told::add);
  }

  /** By the mailed link, with the password of the administrator's own choice. */
  private String signIn(String address) {
    call()
        .contentType("application/json")
        .body(
            "{\"token\": \"%s\", \"password\": \"%s\"}"
                .formatted(mailbox.tokenFor(address, 1), PASSWORD))
        .post("/v1/invitations/accept")
        .then()
        .statusCode(204);
    ValidatableResponse session =
        call()
            .contentType("application/json")
            .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(address, PASSWORD))
            .post("/v1/sessions")
            .then()
            .statusCode(201)
            .body("session.user.email", equalTo(address));
    return session.extract().path("session.accessToken");
  }

  private RequestSpecification call() {
    return given().baseUri(server.getURL().toString()).filter(ContractFilter.ofContract());
  }

  private static String npn() {
    return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
  }
}
