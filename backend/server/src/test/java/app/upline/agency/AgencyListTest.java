package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a carrier looks for among its agencies. */
@Tag("engine")
@MicronautTest(transactional = false)
class AgencyListTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser analyst;
  private UUID cedar;
  private UUID birch;

  @BeforeEach
  void oneBeneathAnotherAndOneWhoseContractHasEnded() {
    carrier = crowd.carrier();
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    cedar = contracted("Cedar Senior Advisors");
    birch = contracted("Birch Benefits");
    crowd.run(
        "update agency set level = 'MGA', upline_name = 'Harborline National' where id = ?", birch);
    crowd.run("update agency_contract set in_force = false where agency_id = ?", cedar);
  }

  @Test
  void theyStandByNameFromEitherEnd() {
    assertThat(ids(analyst, "direction=ASCENDING")).containsExactly(birch, cedar);
    assertThat(ids(analyst, "direction=DESCENDING")).containsExactly(cedar, birch);
  }

  @Test
  void theyAreFoundByNameNumberLevelUplineAndContract() {
    assertThat(ids(analyst, "q=sen ced")).containsExactly(cedar);
    assertThat(ids(analyst, "q=edar")).isEmpty();
    String npn = crowd.strings("select npn from agency where id = ?", cedar).getFirst();
    assertThat(ids(analyst, "q=" + npn)).containsExactly(cedar);
    // No number can hold these.
    assertThat(ids(analyst, "q=éé")).isEmpty();
    assertThat(ids(analyst, "q=😀😀")).isEmpty();
    assertThat(ids(analyst, "level=MGA")).containsExactly(birch);
    assertThat(ids(analyst, "upline=harborline")).containsExactly(birch);
    assertThat(ids(analyst, "upline=cedar")).isEmpty();
    assertThat(ids(analyst, "inForce=false")).containsExactly(cedar);
    assertThat(ids(analyst, "inForce=true")).containsExactly(birch);
  }

  @Test
  void anUplineThatIsInTheServiceItselfIsFoundByItsName() {
    crowd.run(
        "update agency set upline_agency_id = ?, upline_name = null where id = ?", cedar, birch);
    assertThat(ids(analyst, "upline=cedar")).containsExactly(birch);
  }

  @Test
  void anAgencyIsNotFoundByWhatItIsNotShown() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, birch);
    assertThat(ids(reporter, "q=birch")).containsExactly(birch);
    assertThat(ids(reporter, "q=cedar")).isEmpty();
    for (String upline : List.of("harborline", "anything")) {
      assertThat(ids(reporter, "upline=" + upline)).containsExactly(birch);
    }
  }

  @Test
  void anotherCarriersAgenciesAreFoundByNothing() {
    TestUser stranger = crowd.someone(Role.CARRIER_ANALYST);
    assertThat(ids(stranger, "q=birch")).isEmpty();
    assertThat(ids(stranger, "upline=harborline")).isEmpty();
  }

  private UUID contracted(String name) {
    UUID agency = crowd.agency();
    crowd.run("update agency set name = ? where id = ?", name, agency);
    organizations.contract(agency, carrier);
    crowd.run("update agency_contract set agency_name = ? where agency_id = ?", name, agency);
    return agency;
  }

  private List<UUID> ids(TestUser person, String query) {
    return api
        .as(person)
        .get("/v1/agencies?" + query)
        .then()
        .statusCode(200)
        .extract()
        .<List<String>>path("items.id")
        .stream()
        .map(UUID::fromString)
        .toList();
  }
}
