package app.upline;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.PlainClient;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A carrier looks at what comes from the agencies beneath one of them: in every list and file of
 * the contract that can be narrowed so.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UplineFilterTest {

  private static final String UPLINE = "upline";

  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject TestSubmissions submissions;
  @Inject OrganizationRegistry organizations;
  @Inject DisclosedIncidents incidents;

  private UUID carrier;
  private TestUser analyst;
  private UUID beneathHarborline;
  private UUID beneathCedar;

  @BeforeAll
  void twoAgenciesBeneathDifferentUplines() {
    carrier = crowd.carrier();
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    beneathHarborline = agencyWithSomethingInEveryList();
    crowd.run(
        "update agency set upline_name = 'Harborline National' where id = ?", beneathHarborline);
    UUID cedar = crowd.agency();
    crowd.run("update agency set name = 'Cedar Union' where id = ?", cedar);
    beneathCedar = agencyWithSomethingInEveryList();
    crowd.run("update agency set upline_agency_id = ? where id = ?", cedar, beneathCedar);
  }

  @TestFactory
  Stream<DynamicTest> aListShowsWhatComesFromAgenciesBeneathTheOneThatIsNamed() {
    return narrowed(
        "list",
        operation -> {
          assertThat(agencies(operation, "upline=harborline")).containsOnly(beneathHarborline);
          assertThat(agencies(operation, "upline=union cedar")).containsOnly(beneathCedar);
          assertThat(agencies(operation, "upline=harborline&agencyId=" + beneathCedar)).isEmpty();
          assertThat(agencies(operation, "upline=arborline")).isEmpty();
          assertThat(agencies(operation, "upline=%25%25")).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> aFileHoldsWhatTheListShows() {
    return narrowed(
        "export",
        operation ->
            assertThat(file(operation))
                .contains(nameOf(beneathHarborline))
                .doesNotContain(nameOf(beneathCedar)));
  }

  /** What an agency is not shown of itself, nothing of it is found by. */
  @Test
  void anAgencysOwnListsAreAsTheyWere() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, beneathHarborline);
    for (String path : List.of("/v1/submissions", "/v1/corrective-action-plans")) {
      List<String> all = api.as(reporter).get(path).then().extract().path("items.id");
      assertThat(all).isNotEmpty();
      for (String upline : List.of("harborline", "cedar")) {
        api.as(reporter)
            .get(path + "?upline=" + upline)
            .then()
            .statusCode(200)
            .body("items.id", equalTo(all));
      }
    }
  }

  private Stream<DynamicTest> narrowed(String what, Consumer<Operation> look) {
    List<Operation> operations =
        Contract.get().operations().stream()
            .filter(one -> one.id().startsWith(what) && !one.id().equals("listAgencies"))
            .filter(one -> one.takes("query", UPLINE))
            .filter(one -> ((List<?>) one.body().get("x-roles")).contains("CARRIER_ANALYST"))
            .toList();
    assertThat(operations).hasSizeGreaterThan(5);
    return operations.stream()
        .map(one -> DynamicTest.dynamicTest(one.id(), () -> look.accept(one)));
  }

  private UUID agencyWithSomethingInEveryList() {
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    relationship(reporter);
    submissions.register(agency, carrier);
    UUID incident = incidents.record(reporter, carrier, ORDINARY);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    api.as(crowd.someone(Role.CARRIER_REVIEWER, carrier))
        .contentType(ContentType.JSON)
        .body(
            """
            {"agencyId": "%s", "title": "Calls only with permission",
             "actionItems": [{"title": "Train all callers", "owner": "Training lead", "dueDate": "2099-01-31"}]}
            """
                .formatted(agency))
        .post("/v1/corrective-action-plans")
        .then()
        .statusCode(201);
    return agency;
  }

  private void relationship(TestUser reporter) {
    api.as(reporter)
        .contentType(ContentType.JSON)
        .body(
            """
            {"legalName": "Willow Marketing LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
             "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
             "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
             "contact": {"name": "Desk", "email": "desk@company.example"}}
            """)
        .post("/v1/relationships")
        .then()
        .statusCode(201);
  }

  private List<UUID> agencies(Operation operation, String query) {
    // Unchecked, since these incidents were disclosed with less than the contract shows.
    String path = operation.path() + "?" + query.replace(" ", "%20");
    return ((List<?>) plain.get(analyst, path).member("items"))
        .stream()
            .map(item -> (Map<?, ?>) ((Map<?, ?>) item).get("agency"))
            .map(agency -> UUID.fromString((String) agency.get("id")))
            .toList();
  }

  private String file(Operation operation) {
    return api.as(analyst)
        .get(operation.path() + "?format=CSV&upline=harborline")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private String nameOf(UUID agency) {
    return crowd.strings("select name from agency where id = ?", agency).getFirst();
  }
}
