package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.HeldRow;
import app.upline.testing.Simultaneously;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several people of an agency record incidents in the same moment. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentsBesideEachOtherTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  @Inject
  @Named("default")
  DatasourceConfiguration database;

  private UUID agency;
  private IncidentClient desk;

  @BeforeEach
  void anAgencyWithACarrier() {
    agency = crowd.agency();
    UUID carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    desk = new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER, agency), carrier);
  }

  @Test
  void whoAddsAnIncidentWaitsForNobodyWhoAddsOneToo() throws Exception {
    try (HeldRow _ = HeldRow.ofAgencyShared(database, agency)) {
      desk.create("{}").statusCode(201);
    }
  }

  @RepeatedTest(5)
  void ofTwoWithTheSameOwnReferenceOneIsRecordedAndReferencesHaveNoGaps() throws Exception {
    List<Integer> statuses =
        Simultaneously.statuses(
            () -> created("{\"ownReference\": \"A-1\"}"),
            () -> created("{\"ownReference\": \"A-1\"}"),
            () -> created("{}"),
            () -> created("{\"severity\": \"NONE\"}"));
    assertThat(statuses.subList(0, 2)).containsExactlyInAnyOrder(201, 422);
    assertThat(statuses.subList(2, 4)).contains(201);
    assertThat(desk.references("limit=10"))
        .extracting(reference -> reference.substring(reference.length() - 6))
        .containsExactlyInAnyOrder("000001", "000002");
  }

  private Response created(String patch) {
    return desk.create(patch).extract().response();
  }
}
