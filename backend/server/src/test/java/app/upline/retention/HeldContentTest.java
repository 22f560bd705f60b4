package app.upline.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken off an incident that no carrier has seen is erased, unless the agency holds it. */
@Tag("engine")
@MicronautTest(transactional = false)
class HeldContentTest {
  private static final String BENEFICIARY =
      """
      {"fullName": "Jo Doe", "shareWithCarrier": false}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject BackdatedRecords past;
  @Inject OrganizationRegistry organizations;

  private TestUser reporter;
  private String incident;
  private String attachment;

  @BeforeEach
  void anIncidentThatNobodyHasSeen() {
    UUID carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    organizations.contract(reporter.organizationId(), carrier);
    incident =
        api.as(reporter)
            .contentType("application/json")
            .body(IncidentJson.of(carrier))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    attachment =
        api.as(reporter)
            .header("If-Match", "\"1\"")
            .multiPart("file", "a.txt", "The page.".getBytes(UTF_8))
            .multiPart("kind", "OTHER")
            .post("/v1/incidents/" + incident + "/attachments")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.as(reporter)
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(BENEFICIARY)
        .put("/v1/incidents/" + incident + "/beneficiary")
        .then()
        .statusCode(200);
  }

  @Test
  void withoutAHoldItIsErased() {
    takeOff();
    assertThat(pieces()).isZero();
    assertThat(sealedBlocks()).isZero();
  }

  @Test
  void underAHoldItStaysOnRecord() {
    past.hold(
        crowd.someone(Role.AGENCY_ADMINISTRATOR, reporter.organizationId()), "INCIDENT", incident);
    takeOff();
    assertThat(pieces()).isPositive();
    assertThat(sealedBlocks()).isEqualTo(1);
  }

  private void takeOff() {
    assertThat(pieces()).isPositive();
    assertThat(sealedBlocks()).isEqualTo(1);
    remove("attachments/" + attachment, "\"2\"");
    remove("beneficiary", "\"1\"");
  }

  private void remove(String what, String seen) {
    assertThat(
            api.as(reporter)
                .header("If-Match", seen)
                .delete("/v1/incidents/" + incident + "/" + what)
                .statusCode())
        .isBetween(200, 204);
  }

  private long pieces() {
    return crowd.count(
        "select count(*) from stored_file_chunk where file_id = ?", UUID.fromString(attachment));
  }

  private long sealedBlocks() {
    return crowd.count(
        "select count(*) from incident_beneficiary where incident_id = ? and sealed is not null",
        UUID.fromString(incident));
  }
}
