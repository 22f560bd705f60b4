package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.agency.OrganisationRegistry;
import app.upline.identity.Role;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What organisations have: for each path parameter of the contract a thing that it can name. */
@Singleton
public class Holdings {

  private static final String RELATIONSHIP =
      """
      {"legalName": "Blue Agave LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
      """;
  private static final String FAULTY_SHEET =
      "Legal name,Entity type,Functions\r\nNobody LLC,Balloon,Marketing\r\n";
  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true}
      """;

  private final Api api;
  private final Crowd crowd;
  private final OrganisationRegistry organisations;

  Holdings(Api api, Crowd crowd, OrganisationRegistry organisations) {
    this.api = api;
    this.crowd = crowd;
    this.organisations = organisations;
  }

  /**
   * Organisations with what they have.
   *
   * @param people a reporter of the agency and a reviewer of the carrier
   * @param things by the name of the path parameter that names them
   */
  public record Owner(UUID agency, UUID carrier, List<Someone> people, Map<String, String> things) {

    /** For making many more of each thing. */
    public Multitude.Owner rows() {
      return new Multitude.Owner(
          agency,
          carrier,
          people.getFirst().id(),
          things.get("relationshipId"),
          things.get("submissionId"),
          things.get("importId"));
    }
  }

  /** Things of a new agency and its carrier, by the name of the path parameter. */
  public Map<String, String> ofSomebodyElse() {
    return owner().things();
  }

  /** A new agency and its carrier, with one of each thing. */
  public Owner owner() {
    UUID carrier = crowd.carrierWithPolicy();
    UUID agency = crowd.agency();
    organisations.contract(agency, carrier);
    Someone reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    Someone reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    Map<String, String> things = new HashMap<>();
    things.put("carrierId", carrier.toString());
    things.put("relationshipId", created(reporter, "/v1/relationships", RELATIONSHIP));
    things.put("importId", faultyImport(reporter));
    String submission =
        created(reporter, "/v1/submissions", "{\"carrierId\": \"" + carrier + "\"}");
    submit(crowd.someone(Role.AGENCY_ATTESTER, agency), submission);
    things.put("submissionId", submission);
    return new Owner(agency, carrier, List.of(reporter, reviewer), things);
  }

  private String created(Someone person, String path, String json) {
    return api.as(person)
        .contentType("application/json")
        .body(json)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** With a fault, so that there is a marked workbook too. */
  private String faultyImport(Someone person) {
    return api.as(person)
        .multiPart("file", "sheet.csv", FAULTY_SHEET.getBytes(UTF_8), "text/csv")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void submit(Someone attester, String submission) {
    api.as(attester)
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(STATEMENT)
        .post("/v1/submissions/" + submission + "/submit")
        .then()
        .statusCode(200);
  }
}
