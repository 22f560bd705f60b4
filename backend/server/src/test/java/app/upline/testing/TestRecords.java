package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What organizations have: for each path parameter of the contract a thing that it can name. */
@Singleton
public class TestRecords {

  /** Stands in every text that a person typed, so that another word can be put there. */
  private static final String WORD = "Blue Agave";

  private static final String RELATIONSHIP =
      """
      {"legalName": "Blue Agave LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Blue Agave desk", "email": "desk@company.example"}}
      """;
  private static final String MACHINE =
      """
      {"name": "Blue Agave CRM", "role": "AGENCY_REPORTER", "scopes": ["relationships:read"]}
      """;
  private static final String INVITATION =
      """
      {"email": "%s@people.example", "name": "Ines Blue Agave", "roles": ["AGENCY_REPORTER"]}
      """;
  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Blue Agave LLC"},
       "incidentDateUnknown": true, "discoveryDate": "2026-01-15", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page of Blue Agave went live before it had been approved.",
       "disciplinaryActions": [{"type": "COACHING", "decisionDate": "2026-01-20"}]}
      """;
  private static final String FINDING =
      """
      {"kind": "FINDING", "visibleToAgency": true, "text": "The page of Blue Agave was seen on two days."}
      """;
  private static final String EXTRACT =
      """
      {"kind": "CMS_MONTHLY", "period": "%s"}
      """;
  private static final String PLAN =
      """
      {"agencyId": "%s", "title": "Only approved pages of Blue Agave", "incidentIds": ["%s"],
       "actionItems": [{"title": "Review every page of Blue Agave", "owner": "Web lead", "dueDate": "2099-01-31"}]}
      """;

  /** To all agencies of the carrier, so it holds no word that only one of them may see. */
  private static final String ANNOUNCEMENT =
      """
      {"title": "The template has changed", "body": "See **the guidance**.", "audience": {"kind": "ALL"}, "confirmationWanted": true}
      """;

  private static final String RESOURCE =
      """
      {"sectionId": "%s", "kind": "DOCUMENT", "title": "The guidance", "audience": {"kind": "ALL"}}
      """;
  private static final String HOLD =
      """
      {"objectKind": "INCIDENT", "objectId": "%s", "reason": "Matter of Blue Agave"}
      """;
  private static final String FAULTY_SHEET =
      "Legal name,Entity type,Functions\r\nBlue Agave Nobody LLC,Balloon,Marketing\r\n";
  private static final String FAULTY_INCIDENTS =
      "Subject name,Subject type,Category\r\nBlue Agave Nobody,Agent,Bad manners\r\n";
  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true, "lateReason": "Found in an audit of Blue Agave"}
      """;

  private static final AtomicInteger MONTHS = new AtomicInteger();

  private final Api api;
  private final TestUsers crowd;
  private final OrganizationRegistry organizations;

  TestRecords(Api api, TestUsers crowd, OrganizationRegistry organizations) {
    this.api = api;
    this.crowd = crowd;
    this.organizations = organizations;
  }

  /**
   * Organizations with what they have.
   *
   * @param people of both sides, a reporter of the agency first
   * @param things by the name of the path parameter that names them
   */
  public record Owner(
      UUID agency, UUID carrier, List<TestUser> people, Map<String, String> things) {

    /** For making many more of each thing. */
    public ManyAgencies.Owner rows() {
      return new ManyAgencies.Owner(
          agency,
          carrier,
          people.getFirst().id(),
          UUID.fromString(things.get("relationshipId")),
          UUID.fromString(things.get("submissionId")),
          UUID.fromString(things.get("relationshipImportId")));
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
    organizations.contract(agency, carrier);
    return owner(agency, carrier, WORD);
  }

  /** Things of this agency and of its carrier, with a word in whatever a person typed. */
  public Map<String, String> of(UUID agency, UUID carrier, String word) {
    return owner(agency, carrier, word).things();
  }

  /** Put there as if a second administrator had gone meanwhile. */
  private String roleChange(TestUser administrator) {
    UUID id = UUID.randomUUID();
    crowd.run(
        """
        insert into role_change (id, organization_id, kind, requested_by, requested_at, expires_at, state, version)
        values (?, ?, 'APPROVAL_OFF', ?, utc_timestamp(6), utc_timestamp(6) + interval 7 day, 'WAITING', 1)""",
        id,
        administrator.organizationId(),
        administrator.id());
    return id.toString();
  }

  /** Put there as if it had been told by now. */
  private String notification(TestUser person) {
    UUID event = UUID.randomUUID();
    crowd.run(
        """
        insert into business_event (id, type, organization_id, subject_kind, period, occurred_at)
        values (?, 'REPORT_DUE_SOON', ?, 'REPORTING_PERIOD', '2026-10', utc_timestamp(6))""",
        event,
        person.organizationId());
    UUID id = UUID.randomUUID();
    crowd.run(
        """
        insert into notification (id, user_id, event_id, created_at, awaits_digest)
        values (?, ?, ?, utc_timestamp(6), false)""",
        id,
        person.id(),
        event);
    return id.toString();
  }

  /** So many as if the person had been told by now. */
  public void notifications(TestUser person, int count) {
    for (int i = 0; i < count; i++) {
      notification(person);
    }
  }

  private Owner owner(UUID agency, UUID carrier, String word) {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, agency);
    Map<String, String> things = new HashMap<>();
    things.put(
        "invitationId",
        created(
            administrator,
            "/v1/invitations",
            saying(word, INVITATION.formatted(UUID.randomUUID()))));
    things.put("agencyId", agency.toString());
    things.put("roleChangeId", roleChange(administrator));
    things.put("notificationId", notification(reporter));
    things.put("sessionId", api.as(reporter).get("/v1/me/sessions").path("items[0].id").toString());
    String machine = created(administrator, "/v1/service-accounts", saying(word, MACHINE));
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
    things.put(
        "relationshipId", created(reporter, "/v1/relationships", saying(word, RELATIONSHIP)));
    things.put(
        "relationshipImportId",
        faultyImport(reporter, "/v1/relationship-imports", saying(word, FAULTY_SHEET)));
    things.put(
        "incidentImportId",
        faultyImport(reporter, "/v1/incident-imports", saying(word, FAULTY_INCIDENTS)));
    things.put("sheetMappingId", sheetMapping(reporter, word));
    var incident =
        api.as(reporter)
            .contentType("application/json")
            .body(saying(word, INCIDENT.formatted(carrier)))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract();
    things.put("incidentId", incident.path("id"));
    things.put(
        "legalHoldId",
        created(
            administrator,
            "/v1/legal-holds",
            saying(word, HOLD.formatted(things.get("incidentId")))));
    things.put("actionId", incident.path("disciplinaryActions[0].id"));
    things.put("attachmentId", attachment(reporter, things.get("incidentId"), word));
    String submission =
        created(reporter, "/v1/submissions", "{\"carrierId\": \"" + carrier + "\"}");
    TestUser attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    submit(attester, submission, word);
    things.put("submissionId", submission);
    // So that the carrier holds the incident, which others may not see there either.
    submit(
        attester,
        created(
            reporter,
            "/v1/submissions",
            "{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\"}".formatted(carrier)),
        word);
    things.putAll(ofItsCarrier(carrier, agency, things.get("incidentId"), word));
    List<TestUser> people =
        List.of(
            reporter,
            administrator,
            crowd.someone(Role.CARRIER_REVIEWER, carrier),
            crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier),
            crowd.someone(Role.CARRIER_AUDITOR, carrier));
    return new Owner(agency, carrier, people, things);
  }

  /** There is one draft of a list for a month at a time. */
  private static YearMonth aMonthOfItsOwn() {
    return YearMonth.of(2024, 1).plusMonths(MONTHS.getAndIncrement() % 24);
  }

  /** What the carrier makes of the incident. */
  private Map<String, String> ofItsCarrier(
      UUID carrier, UUID agency, String incident, String word) {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    TestUser reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    Map<String, String> things = new HashMap<>();
    things.put("announcementId", announcement(carrier));
    things.putAll(resource(carrier));
    things.put(
        "directoryImportId",
        faultyImport(
            crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier),
            "/v1/contract-directory-imports",
            "Contract Number,Legal Entity Name\r\nH1,Nobody LLC\r\n"));
    things.put(
        "findingId",
        created(analyst, "/v1/incidents/" + incident + "/findings", saying(word, FINDING)));
    things.put(
        "remarkId",
        created(
            analyst,
            "/v1/incidents/" + incident + "/remarks",
            saying(word, "{\"text\": \"Which page of Blue Agave was it?\"}")));
    things.put("extractId", created(analyst, "/v1/extracts", EXTRACT.formatted(aMonthOfItsOwn())));
    var plan =
        api.as(reviewer)
            .contentType("application/json")
            .body(saying(word, PLAN.formatted(agency, incident)))
            .post("/v1/corrective-action-plans")
            .then()
            .statusCode(201)
            .extract();
    things.put("planId", plan.path("id"));
    things.put("itemId", plan.path("actionItems[0].id"));
    return things;
  }

  private String announcement(UUID carrier) {
    TestUser author = crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    String id = created(author, "/v1/announcements", ANNOUNCEMENT);
    api.as(author)
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body("{}")
        .post("/v1/announcements/" + id + "/publish")
        .then()
        .statusCode(200);
    return id;
  }

  private Map<String, String> resource(UUID carrier) {
    TestUser author = crowd.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    String section = created(author, "/v1/resource-sections", "{\"title\": \"TPMO\"}");
    String id = created(author, "/v1/resources", RESOURCE.formatted(section));
    api.as(author)
        .header("If-Match", "\"1\"")
        .multiPart("file", "a.txt", "The guidance.".getBytes(UTF_8))
        .post("/v1/resources/" + id + "/files")
        .then()
        .statusCode(201);
    return Map.of("sectionId", section, "resourceId", id);
  }

  private String sheetMapping(TestUser reporter, String word) {
    UUID id = UUID.randomUUID();
    crowd.run(
        """
        insert into sheet_mapping (id, agency_id, subject, headings_sha256, name, headings, mapping, version,
          created_at, changed_at, changed_by, changer_name)
        values (?, ?, 'RELATIONSHIPS', ?, ?, ?, '{"columns": [{"column": "A", "remembered": false}]}', 1, now(6), now(6), ?, ?)""",
        id,
        reporter.organizationId(),
        id.toString().replace("-", "").repeat(2),
        word,
        "[\"" + word + "\"]",
        reporter.id(),
        word);
    return id.toString();
  }

  private static String saying(String word, String text) {
    return text.replace(WORD, word);
  }

  private String created(TestUser person, String path, String json) {
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
  private String faultyImport(TestUser person, String path, String sheet) {
    return api.as(person)
        .multiPart("file", "sheet.csv", sheet.getBytes(UTF_8), "text/csv")
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String attachment(TestUser reporter, String incident, String word) {
    return api.as(reporter)
        .header("If-Match", "\"1\"")
        .multiPart("file", "a.txt", saying(word, "The page of Blue Agave.").getBytes(UTF_8))
        .multiPart("kind", "OTHER")
        .multiPart("note", saying(word, "The page of Blue Agave"))
        .post("/v1/incidents/" + incident + "/attachments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void submit(TestUser attester, String submission, String word) {
    api.as(attester)
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(saying(word, STATEMENT))
        .post("/v1/submissions/" + submission + "/submit")
        .then()
        .statusCode(200);
  }
}
