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
  private static final String MACHINE =
      """
      {"name": "CRM", "role": "AGENCY_REPORTER", "scopes": ["relationships:read"]}
      """;
  private static final String INVITATION =
      """
      {"email": "%s@people.example", "name": "Ines Sample", "roles": ["AGENCY_REPORTER"]}
      """
          .formatted(java.util.UUID.randomUUID());
  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Blue Agave LLC"},
       "incidentDateUnknown": true, "discoveryDate": "2026-01-15", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page went live before it had been approved.",
       "disciplinaryActions": [{"type": "COACHING", "decisionDate": "2026-01-20"}]}
      """;
  private static final String FINDING =
      """
      {"kind": "FINDING", "visibleToAgency": true, "text": "The page was seen on two days."}
      """;
  private static final String EXTRACT =
      """
      {"kind": "CMS_MONTHLY", "period": "2026-01"}
      """;
  private static final String PLAN =
      """
      {"agencyId": "%s", "title": "Only approved pages", "incidentIds": ["%s"],
       "actionItems": [{"title": "Review every page", "owner": "Web lead", "dueDate": "2099-01-31"}]}
      """;
  private static final String FAULTY_SHEET =
      "Legal name,Entity type,Functions\r\nNobody LLC,Balloon,Marketing\r\n";
  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true, "lateReason": "Found in an audit"}
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
   * @param people of both sides, a reporter of the agency first
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
    UUID carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organisations.contract(agency, carrier);
    Someone reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    Someone administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, agency);
    Map<String, String> things = new HashMap<>();
    things.put("invitationId", created(administrator, "/v1/invitations", INVITATION));
    things.put("sessionId", api.as(reporter).get("/v1/me/sessions").path("items[0].id").toString());
    String machine = created(administrator, "/v1/service-accounts", MACHINE);
    things.put("serviceAccountId", machine);
    things.put(
        "credentialId",
        api.as(administrator)
            .header("If-Match", "\"1\"")
            .contentType("application/json")
            .body("{}")
            .post("/v1/service-accounts/" + machine + "/secrets")
            .path("id")
            .toString());
    things.put("userId", reporter.id().toString());
    things.put("carrierId", carrier.toString());
    things.put("relationshipId", created(reporter, "/v1/relationships", RELATIONSHIP));
    things.put("importId", faultyImport(reporter));
    var incident =
        api.as(reporter)
            .contentType("application/json")
            .body(INCIDENT.formatted(carrier))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract();
    things.put("incidentId", incident.path("id"));
    things.put("actionId", incident.path("disciplinaryActions[0].id"));
    String submission =
        created(reporter, "/v1/submissions", "{\"carrierId\": \"" + carrier + "\"}");
    Someone attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    submit(attester, submission);
    things.put("submissionId", submission);
    // So that the carrier holds the incident: what is held is nobody else's either.
    submit(
        attester,
        created(
            reporter,
            "/v1/submissions",
            "{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\"}".formatted(carrier)));
    things.putAll(ofItsCarrier(carrier, agency, things.get("incidentId")));
    List<Someone> people =
        List.of(
            reporter,
            administrator,
            crowd.someone(Role.CARRIER_REVIEWER, carrier),
            crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier),
            crowd.someone(Role.CARRIER_AUDITOR, carrier));
    return new Owner(agency, carrier, people, things);
  }

  /** What the carrier makes of the incident. */
  private Map<String, String> ofItsCarrier(UUID carrier, UUID agency, String incident) {
    Someone analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    Someone reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    Map<String, String> things = new HashMap<>();
    things.put("findingId", created(analyst, "/v1/incidents/" + incident + "/findings", FINDING));
    things.put("extractId", created(analyst, "/v1/extracts", EXTRACT));
    var plan =
        api.as(reviewer)
            .contentType("application/json")
            .body(PLAN.formatted(agency, incident))
            .post("/v1/corrective-action-plans")
            .then()
            .statusCode(201)
            .extract();
    things.put("planId", plan.path("id"));
    things.put("itemId", plan.path("actionItems[0].id"));
    return things;
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
