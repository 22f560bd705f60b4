package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is called in whatever order by whatever role: a submission is only ever in a state that
 * the contract declares, comes there only by a step that it declares for that role, and nothing
 * that was submitted is ever lost or another.
 */
@Tag("engine")
class SubmissionStatesPropertyTest {

  private static final Set<Integer> REFUSALS = Set.of(403, 404, 409, 422);

  private static ApplicationContext context;
  private static Api api;
  private static UUID carrier;
  private static final Map<Role, TestUser> PEOPLE = new EnumMap<>(Role.class);

  @BeforeContainer
  static void oneOfEveryRole() {
    context =
        ApplicationContext.run(EmbeddedServer.class, Map.of(), "test").getApplicationContext();
    api = context.getBean(Api.class);
    TestUsers crowd = context.getBean(TestUsers.class);
    carrier = crowd.carrier();
    UUID agency = crowd.agency();
    context.getBean(OrganizationRegistry.class).contract(agency, carrier);
    for (Role role : Role.values()) {
      boolean ofAgency = role.side() == OrganizationKind.AGENCY;
      PEOPLE.put(role, crowd.someone(role, ofAgency ? agency : carrier));
    }
  }

  @AfterContainer
  static void stop() {
    context.close();
  }

  /** What may be tried, who may do it, and what comes of it. */
  enum Act {
    RECORD(Set.of()),
    FOLLOW_UP(Set.of()),
    DRAFT(Set.of(Role.AGENCY_REPORTER)),
    REFRESH(Set.of(Role.AGENCY_REPORTER)),
    DISCARD(Set.of(Role.AGENCY_REPORTER)),
    SUBMIT(Set.of(Role.AGENCY_ATTESTER)),
    WITHDRAW(Set.of(Role.AGENCY_ATTESTER)),
    ACKNOWLEDGE(Set.of(Role.CARRIER_REVIEWER)),
    RETURN(Set.of(Role.CARRIER_ANALYST, Role.CARRIER_REVIEWER)),
    UNDO_ACKNOWLEDGEMENT(Set.of(Role.CARRIER_REVIEWER));

    private final Set<Role> roles;

    Act(Set<Role> roles) {
      this.roles = roles;
    }

    /** The state that the contract declares for it; null for none. */
    String from(String state, boolean prepared) {
      return switch (this) {
        case RECORD, FOLLOW_UP, DRAFT -> null;
        case REFRESH -> Set.of("DRAFT", "RETURNED").contains(state) ? state : null;
        case DISCARD -> state.equals("DRAFT") ? "DISCARDED" : null;
        case SUBMIT -> state.equals("DRAFT") || prepared ? "SUBMITTED" : null;
        case WITHDRAW -> state.equals("SUBMITTED") ? "WITHDRAWN" : null;
        case ACKNOWLEDGE -> state.equals("SUBMITTED") ? "ACKNOWLEDGED" : null;
        case RETURN -> state.equals("SUBMITTED") ? "RETURNED" : null;
        case UNDO_ACKNOWLEDGEMENT -> state.equals("ACKNOWLEDGED") ? "SUBMITTED" : null;
      };
    }
  }

  /**
   * One call.
   *
   * @param role null for one that may do it
   * @param which of the submissions, counted from the newest
   */
  record Move(Act act, Role role, int which) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Act> acts =
        Arbitraries.frequency(
            Tuple.of(2, Act.RECORD),
            Tuple.of(2, Act.FOLLOW_UP),
            Tuple.of(3, Act.DRAFT),
            Tuple.of(3, Act.REFRESH),
            Tuple.of(1, Act.DISCARD),
            Tuple.of(6, Act.SUBMIT),
            Tuple.of(2, Act.WITHDRAW),
            Tuple.of(3, Act.ACKNOWLEDGE),
            Tuple.of(4, Act.RETURN),
            Tuple.of(2, Act.UNDO_ACKNOWLEDGEMENT));
    Arbitrary<Role> roles = Arbitraries.of(Role.class).injectNull(0.6);
    Arbitrary<Integer> which =
        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(2, 1), Tuple.of(1, 2));
    return Combinators.combine(acts, roles, which).as(Move::new).list().ofMinSize(5).ofMaxSize(25);
  }

  @Property(tries = 25)
  void noSequenceLeavesTheDeclaredStatesOrLosesWhatWasSubmitted(
      @ForAll SubmissionKind kind, @ForAll("moves") List<Move> moves) {
    Walk walk = new Walk(kind);
    walk.record();
    moves.forEach(walk::make);
    walk.checkAllThatWasSubmitted();
  }

  /** What was submitted once: it must be there for ever. */
  private record Sealed(String submission, int revision, String sha256) {}

  /** A submission as it should be. */
  private record Known(String id, String state, boolean prepared) {}

  /** One sequence of calls, and what must be true after each. */
  private static final class Walk {
    private final SubmissionKind kind;
    private final List<Known> submissions = new ArrayList<>();
    private final List<Sealed> sealed = new ArrayList<>();
    private String newest = "";

    Walk(SubmissionKind kind) {
      this.kind = kind;
      List<String> open =
          as(Role.AGENCY_REPORTER)
              .get("/v1/submissions?status=DRAFT&limit=200&kind=" + kind)
              .path("items.id");
      open.forEach(id -> call(Act.DISCARD, Role.AGENCY_REPORTER, id));
    }

    void make(Move move) {
      switch (move.act()) {
        case RECORD -> record();
        case FOLLOW_UP -> followUp();
        case DRAFT -> draft(role(move));
        default -> {
          if (move.which() < submissions.size()) {
            step(move.act(), role(move), submissions.size() - 1 - move.which());
          }
        }
      }
    }

    private static Role role(Move move) {
      return move.role() == null ? move.act().roles.iterator().next() : move.role();
    }

    void record() {
      String json = kind == SubmissionKind.INCIDENTS ? incident() : RELATIONSHIP;
      Response answer =
          as(Role.AGENCY_REPORTER).contentType("application/json").body(json).post(records());
      assertThat(answer.statusCode()).isEqualTo(201);
      newest = answer.path("id");
    }

    private void followUp() {
      String tag = as(Role.AGENCY_REPORTER).get(records() + "/" + newest).header("ETag");
      String patch =
          kind == SubmissionKind.INCIDENTS
              ? "{\"beneficiariesAffected\": %d}"
              : "{\"ownReference\": \"R-%d\"}";
      Response answer =
          as(Role.AGENCY_REPORTER)
              .header("If-Match", tag)
              .contentType("application/merge-patch+json")
              .body(patch.formatted(System.nanoTime() % 1_000_000))
              .patch(records() + "/" + newest);
      assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void draft(Role role) {
      Response answer =
          as(role)
              .contentType("application/json")
              .body("{\"carrierId\": \"%s\", \"kind\": \"%s\"}".formatted(carrier, kind))
              .post("/v1/submissions");
      if (answer.statusCode() == 201) {
        assertThat(Act.DRAFT.roles).contains(role);
        assertThat(answer.<String>path("status")).isEqualTo("DRAFT");
        submissions.add(new Known(answer.path("id"), "DRAFT", false));
      } else {
        assertThat(answer.statusCode()).isIn(REFUSALS);
      }
    }

    private void step(Act act, Role role, int at) {
      Known before = submissions.get(at);
      String target = act.from(before.state(), before.prepared());
      Response answer = call(act, role, before.id());
      Response after = as(Role.AGENCY_REPORTER).get("/v1/submissions/" + before.id());
      if (answer.statusCode() == 200) {
        assertThat(act.roles).as("who may " + act).contains(role);
        assertThat(target).as(act + " of what is " + before.state()).isNotNull();
        boolean prepared = act == Act.REFRESH && before.state().equals("RETURNED");
        submissions.set(at, new Known(before.id(), target, prepared));
        if (act == Act.SUBMIT) {
          sealed.add(
              new Sealed(before.id(), answer.path("revision"), answer.path("contentSha256")));
        }
      } else {
        assertThat(answer.statusCode()).as(act + " by " + role).isIn(REFUSALS);
      }
      Known now = submissions.get(at);
      assertThat(after.<String>path("status")).isEqualTo(now.state());
      assertThat(after.<List<String>>path("possibleActions"))
          .isEqualTo(possible(now, Role.AGENCY_REPORTER));
      Response asSeen = as(role).get("/v1/submissions/" + before.id());
      if (asSeen.statusCode() == 200) {
        assertThat(asSeen.<List<String>>path("possibleActions"))
            .as("offered to " + role)
            .isEqualTo(possible(now, role));
      }
    }

    /** Derived from the table above, in the contract's order. */
    private static List<String> possible(Known submission, Role role) {
      List<String> possible = new ArrayList<>();
      for (Act act : Act.values()) {
        if (act.roles.contains(role)
            && act.from(submission.state(), submission.prepared()) != null) {
          possible.add(act.name());
        }
      }
      return possible;
    }

    void checkAllThatWasSubmitted() {
      for (Sealed one : sealed) {
        Response verification =
            as(Role.CARRIER_AUDITOR)
                .contentType("application/json")
                .body(
                    "{\"revision\": %d, \"contentSha256\": \"%s\"}"
                        .formatted(one.revision(), one.sha256()))
                .post("/v1/submissions/" + one.submission() + "/receipt-verifications");
        assertThat(verification.statusCode()).isEqualTo(200);
        assertThat(verification.<Boolean>path("valid")).isTrue();
        byte[] content =
            as(Role.CARRIER_AUDITOR)
                .get("/v1/submissions/" + one.submission() + "/content?revision=" + one.revision())
                .asByteArray();
        assertThat(sha256(content)).isEqualTo(one.sha256());
      }
    }

    private Response call(Act act, Role role, String id) {
      String tag = as(Role.AGENCY_REPORTER).get("/v1/submissions/" + id).header("ETag");
      RequestSpecification request = as(role).header("If-Match", tag);
      String body =
          switch (act) {
            case SUBMIT -> Reporting.STATEMENT;
            case WITHDRAW, RETURN, UNDO_ACKNOWLEDGEMENT -> "{\"message\": \"For a reason\"}";
            case ACKNOWLEDGE -> "{}";
            default -> null;
          };
      if (body == null) {
        request.noContentType();
      } else {
        request.contentType("application/json").body(body);
      }
      return request.post(
          "/v1/submissions/" + id + "/" + act.name().toLowerCase().replace('_', '-'));
    }

    private static String incident() {
      return IncidentJson.of(carrier, Reporting.knownToday(""));
    }

    private String records() {
      return kind == SubmissionKind.INCIDENTS ? "/v1/incidents" : "/v1/relationships";
    }
  }

  private static final String RELATIONSHIP =
      """
      {"legalName": "Blue Agave LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
      """;

  private static RequestSpecification as(Role role) {
    return api.as(PEOPLE.get(role));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
