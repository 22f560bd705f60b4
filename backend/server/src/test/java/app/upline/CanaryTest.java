package app.upline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Answers;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.PlainClient;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Plants a word in whatever an agency types, and looks for it in all that others are answered:
 * another agency of the same carrier, the agency's own upline, and another carrier, each in every
 * role. A search that finds nothing anywhere would prove nothing, so it is also said where the
 * agency and its carrier find the word.
 */
@Tag("engine")
// The same statements with the same answers on every engine: make test-mysql runs it with ALL=yes.
@Tag("above-the-database")
@MicronautTest(transactional = false)
@TestInstance(Lifecycle.PER_CLASS)
class CanaryTest {
  private static final String WORD = "Zinnwaldite";

  /** Typed into a search: an answer that repeats it tells nothing of the word. */
  private static final String BEGINNING = "Zinnwal";

  private static final String ELSEWHERE = "Blue Agave";
  private static final String KEY = "Idempotency-Key";

  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject TestRecords holdings;
  @Inject OrganizationRegistry organizations;
  @Inject Clock clock;

  private Answers answers;
  private Party agency;
  private Party itsCarrier;
  private List<Party> others;

  /** An organization and the things that its people would ask for. */
  private record Party(
      UUID id, OrganizationKind side, Map<String, String> things, Map<Role, TestUser> people) {
    Party(UUID id, OrganizationKind side, Map<String, String> things) {
      this(id, side, things, new EnumMap<>(Role.class));
    }
  }

  @BeforeEach
  void plant() {
    if (agency != null) {
      return;
    }
    answers = new Answers(plain);
    UUID carrier = crowd.carrier();
    UUID id = crowd.agency();
    // Before its contracts, which hold its name too.
    crowd.run("update agency set name = ? where id = ?", WORD + " Partners", id);
    organizations.contract(id, carrier);
    Map<String, String> planted = new HashMap<>(holdings.of(id, carrier, WORD));
    planted.put("extractId", extractOfThisMonth(carrier));
    agency = new Party(id, OrganizationKind.AGENCY, planted);
    itsCarrier = new Party(carrier, OrganizationKind.CARRIER, planted);

    UUID neighbor = agencyOf(carrier);
    UUID stranger = crowd.carrier();
    UUID upline = agencyOf(stranger);
    crowd.run("update agency set upline_agency_id = ? where id = ?", upline, id);
    Map<String, String> uplines = holdings.of(upline, stranger, ELSEWHERE);
    others =
        List.of(
            new Party(neighbor, OrganizationKind.AGENCY, holdings.of(neighbor, carrier, ELSEWHERE)),
            new Party(upline, OrganizationKind.AGENCY, uplines),
            new Party(stranger, OrganizationKind.CARRIER, uplines));
  }

  /** Every reading operation of the contract, plainly and by searching for the word. */
  @Test
  void listsSearchesExportsAndTheTrailHoldTheWordForTheAgencyAndItsCarrierAlone() {
    assertThat(reading(agency))
        .contains(
            "listRelationships",
            "exportRelationships",
            "getRelationshipRevision",
            "downloadMarkedRelationshipWorkbook",
            "listIncidents",
            "exportIncidents",
            "getIncident",
            "downloadSubmissionContent",
            "listFindings",
            "getCorrectiveActionPlan",
            "listServiceAccounts",
            "listInvitations")
        // It says what is wrong and where, never what was typed.
        .doesNotContain("listRelationshipImportErrors");
    assertThat(reading(itsCarrier))
        .contains(
            "listAgencies",
            "listTriageItems",
            "listDisclosedRelationships",
            "exportDisclosedRelationships",
            "getDisclosedRelationship",
            "listDisclosedRelationshipHistory",
            "exportDisclosedIncidents",
            "listExtractRows")
        .doesNotContain("listServiceAccounts", "listInvitations");

    assertThat(others).allSatisfy(other -> assertThat(reading(other)).isEmpty());
  }

  /** Every operation that names a thing, with the agency's things and the contract's own bodies. */
  @Test
  void noErrorAboutTheAgencysThingsTellsOthersTheWord() {
    for (Party other : others) {
      BiPredicate<Operation, TestUser> tells =
          (operation, person) -> holds(answers.of(operation, person, agency.things(), Map.of()));
      Set<String> told = found(other, CanaryTest::namesAThing, tells);
      assertThat(told).isEmpty();
    }
  }

  /** A page of one item each, and what follows it by another caller's cursor. */
  @Test
  void aCursorLeadsNobodyToWhatIsTheAgencys() {
    Set<String> followed = new TreeSet<>();
    for (Party holder : List.of(agency, itsCarrier)) {
      eachCall(
          holder,
          operation -> operation.takes("query", "cursor") && !followed.contains(operation.id()),
          (operation, person) -> {
            PlainClient.Answer page =
                answers.perform(operation, person, holder.things(), Map.of("limit", "1"));
            String cursor = page.status() == 200 ? (String) page.member("nextCursor") : null;
            if (cursor != null) {
              followed.add(operation.id());
              assertThat(others)
                  .as(operation.id())
                  .allSatisfy(other -> assertThat(following(operation, cursor, other)).isFalse());
            }
          });
    }
    assertThat(followed).hasSizeGreaterThan(3);
  }

  /** Any caller may choose the same key: it answers with their own request alone. */
  @Test
  void anIdempotencyKeyOfTheAgencysIsANewOneForEverybodyElse() {
    String key = UUID.randomUUID().toString();
    String relationship =
        """
        {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
         "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
         "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
         "contact": {"name": "A desk", "email": "desk@company.example"}}
        """;
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, agency.id());
    Response first = keyed(reporter, key, relationship.formatted(WORD + " Replayed LLC"));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(holds(first.asString())).isTrue();

    others.stream()
        .filter(other -> other.side() == OrganizationKind.AGENCY)
        .map(other -> crowd.someone(Role.AGENCY_REPORTER, other.id()))
        .forEach(
            person -> {
              Response own = keyed(person, key, relationship.formatted("Plain LLC"));
              assertThat(own.statusCode()).isEqualTo(201);
              assertThat(holds(own.headers() + own.asString())).isFalse();
            });
    // Nor for a colleague of the agency's own, whose request it was not.
    TestUser colleague = crowd.someone(Role.AGENCY_REPORTER, agency.id());
    Response theirs = keyed(colleague, key, relationship.formatted("Plain and new LLC"));
    assertThat(holds(theirs.headers() + theirs.asString())).isFalse();
  }

  private Set<String> reading(Party party) {
    return found(
        party,
        operation -> operation.method().equals("get"),
        (operation, person) ->
            Stream.of(Map.<String, String>of(), Map.of("q", BEGINNING))
                .filter(query -> query.isEmpty() || operation.takes("query", "q"))
                .map(query -> answers.of(operation, person, party.things(), query))
                .anyMatch(CanaryTest::holds));
  }

  private boolean following(Operation operation, String cursor, Party other) {
    return found(
            other,
            same -> same.id().equals(operation.id()),
            (same, person) ->
                holds(answers.of(same, person, other.things(), Map.of("cursor", cursor))))
        .contains(operation.id());
  }

  /** The operations for which this is true in any role. */
  private Set<String> found(
      Party party, Predicate<Operation> which, BiPredicate<Operation, TestUser> test) {
    Set<String> found = new TreeSet<>();
    eachCall(
        party,
        which,
        (operation, person) -> {
          if (test.test(operation, person)) {
            found.add(operation.id());
          }
        });
    return found;
  }

  private void eachCall(
      Party party, Predicate<Operation> which, BiConsumer<Operation, TestUser> call) {
    for (Role role : Role.values()) {
      if (role.side() == party.side()) {
        TestUser person = person(party, role);
        Contract.get().operations().stream()
            .filter(which)
            .filter(operation -> mayCall(role, operation))
            .forEach(operation -> call.accept(operation, person));
      }
    }
  }

  /** The same for every call: it takes its time to choose a password. */
  private TestUser person(Party party, Role role) {
    return party.people().computeIfAbsent(role, asked -> crowd.someone(asked, party.id()));
  }

  private Response keyed(TestUser person, String key, String body) {
    return api.as(person)
        .header(KEY, key)
        .contentType("application/json")
        .body(body)
        .post("/v1/relationships");
  }

  private UUID agencyOf(UUID carrier) {
    UUID id = crowd.agency();
    organizations.contract(id, carrier);
    return id;
  }

  /** Of the month in which the carrier received the incident, where it is. */
  private String extractOfThisMonth(UUID carrier) {
    YearMonth month = YearMonth.now(clock.withZone(ZoneId.of("America/New_York")));
    return api.as(crowd.someone(Role.CARRIER_ANALYST, carrier))
        .contentType("application/json")
        .body(Map.of("kind", "CMS_MONTHLY", "period", month.toString()))
        .post("/v1/extracts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static boolean mayCall(Role role, Operation operation) {
    return operation.body().get("x-roles") instanceof List<?> roles && roles.contains(role.name());
  }

  /** But for a carrier by its own id, which its agencies may name. */
  private static boolean namesAThing(Operation operation) {
    return operation.path().contains("Id}") && !operation.path().startsWith("/v1/carriers/");
  }

  /** As it is, and within what is opaque to people. */
  private static boolean holds(String answer) {
    return lower(answer).contains(lower(WORD))
        || Arrays.stream(answer.split("[^A-Za-z0-9_-]+"))
            .filter(token -> token.length() > WORD.length())
            .anyMatch(token -> lower(decoded(token)).contains(lower(WORD)));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
