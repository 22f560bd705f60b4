package app.upline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.record.OwnReference;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Spellings;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.WaysToWrite;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each unique key that people write, in each way to write it, by the operation that does: nothing
 * fails, and there are never two rows that Java and the database judge differently. Which keys
 * these are: {@link UniqueKeyTest}. Rows of one sheet or batch: {@code OwnReferenceTest} and {@code
 * OwnIncidentReferenceTest}.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UniqueKeyWritingTest {
  @Inject Api api;
  @Inject TestSubmissions submitting;
  @Inject TestUsers crowd;
  @Inject JsonMapper mapper;
  @Inject OrganizationRegistry organizations;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;

  @BeforeAll
  void anAgencyWithACarrier() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  /** relationship_own_reference_once, and the words of names in relationship_facet. */
  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void vendors(WaysToWrite way) {
    judged(
        way,
        "relationship",
        reference -> vendor(reporter, "Juniper " + way.one() + " " + way.other(), reference));
  }

  /** incident_own_reference_once, and the words of names in incident_facet. */
  @ParameterizedTest
  @EnumSource(WaysToWrite.class)
  void incidents(WaysToWrite way) {
    judged(
        way, "incident", reference -> incident(reporter, way.other() + " " + way.one(), reference));
  }

  private interface Writer {
    Response write(String reference);
  }

  /** The second of a pair comes in when, and only when, Java tells it from the first. */
  private void judged(WaysToWrite way, String table, Writer writer) {
    long before = rows(table);
    int first = sound(writer.write("one " + way.one()));
    int second = sound(writer.write("one " + way.other()));
    int alone = sound(writer.write("two " + way.other()));

    assertThat(rows(table) - before).isEqualTo(created(first) + created(second) + created(alone));
    if (created(first) + created(alone) == 2) {
      assertThat(second == 201)
          .isEqualTo(!OwnReference.key(way.one()).equals(OwnReference.key(way.other())));
    }
  }

  private static int created(int status) {
    return status == 201 ? 1 : 0;
  }

  private static int sound(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isLessThan(500);
    return response.statusCode();
  }

  private long rows(String table) {
    return crowd.count("select count(*) from " + table + " where agency_id = ?", agency);
  }

  private Response vendor(TestUser person, String name, String reference) {
    return json(person).body(vendor(name, reference)).post("/v1/relationships");
  }

  private static Map<String, Object> vendor(String name, String reference) {
    Map<String, Object> vendor =
        example("createRelationship", Map.of("legalName", name, "ownReference", reference));
    vendor.remove("uplineId");
    return vendor;
  }

  private Response incident(TestUser person, String name, String reference) {
    try {
      String patch =
          mapper.writeValueAsString(
              Map.of("ownReference", reference, "subject", Map.of("name", name)));
      return json(person).body(IncidentJson.of(carrier, patch)).post("/v1/incidents");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> example(String operationId, Map<String, ?> members) {
    Contract contract = Contract.get();
    Map<String, Object> example =
        contract.operations().stream()
            .filter(operation -> operation.id().equals(operationId))
            .flatMap(operation -> contract.requestExample(operation).stream())
            .map(body -> new HashMap<>((Map<String, Object>) body.value()))
            .findFirst()
            .orElseThrow();
    example.putAll(members);
    return example;
  }

  private RequestSpecification nobody() {
    return given().baseUri(api.url()).contentType(ContentType.JSON);
  }

  private RequestSpecification json(TestUser person) {
    return api.as(person).contentType(ContentType.JSON);
  }

  /** disclosure_facet and incident_disclosure_facet: words of names, once a carrier holds them. */
  @Test
  void namesThatWereDisclosed() {
    UUID other = crowd.agency();
    organizations.contract(other, carrier);
    TestUser theirs = crowd.someone(Role.AGENCY_REPORTER, other);
    for (WaysToWrite way : WaysToWrite.values()) {
      String names = way.one() + " " + way.other();
      sound(vendor(theirs, "Juniper " + names, "disclosed " + way));
      sound(incident(theirs, "Juniper " + names, "disclosed " + way));
    }
    submitting.register(other, carrier);
    submitting.incidents(other, carrier);
  }

  /** idempotency_record: a key is ASCII of one form, and its case counts; HTTP strips blanks. */
  @Test
  void idempotencyKeys() {
    String key = "Key-sk-" + UUID.randomUUID();
    long before = rows("relationship");
    Set<String> taken = new HashSet<>();
    for (String spelling : Spellings.of(key)) {
      String sent = spelling.replaceAll("[^ -~]", "\u00e9");
      Response answer =
          nobody()
              .header("Authorization", "Bearer " + reporter.accessToken())
              .header("Idempotency-Key", sent)
              .body(vendor("Keyed vendor " + taken.size(), "keyed " + taken.size()))
              .post("/v1/relationships");
      if (sound(answer) == 201) {
        taken.add(sent.strip());
      }
    }
    assertThat(taken).hasSizeGreaterThan(1);
    assertThat(rows("relationship") - before).isEqualTo(taken.size());
  }

  /** extract_one_draft, extract_version and submission_period: a month is written in one way. */
  @Test
  void months() {
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    TestUser attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    String month = YearMonth.of(2025, 2).toString();
    sound(extract(analyst, month));
    sound(nil(attester, month));
    for (String spelling : Spellings.of(month)) {
      assertThat(sound(extract(analyst, spelling))).isIn(400, 422);
      assertThat(sound(nil(attester, spelling))).isIn(400, 422);
    }
  }

  private Response extract(TestUser analyst, String month) {
    return json(analyst).body(Map.of("kind", "CMS_MONTHLY", "period", month)).post("/v1/extracts");
  }

  private Response nil(TestUser attester, String month) {
    return json(attester)
        .body(example("declareNil", Map.of("carrierId", carrier, "period", month)))
        .post("/v1/nil-declarations");
  }
}
