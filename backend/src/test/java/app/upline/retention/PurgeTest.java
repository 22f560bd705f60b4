package app.upline.retention;

import static app.upline.retention.KeptBecause.HELD;
import static app.upline.retention.KeptBecause.IN_FORCE;
import static app.upline.retention.KeptBecause.NEEDED;
import static app.upline.retention.KeptBecause.UNFINISHED;
import static app.upline.retention.KeptBecause.UNPROVEN;
import static app.upline.retention.PurgeKind.AUDIT_EVENT;
import static app.upline.retention.PurgeKind.INCIDENT;
import static app.upline.retention.PurgeKind.LEGAL_HOLD;
import static app.upline.retention.PurgeKind.PLAN;
import static app.upline.retention.PurgeKind.RELATIONSHIP;
import static app.upline.retention.PurgeKind.SUBMISSION;
import static app.upline.retention.PurgeKind.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.audit.AuditHeads;
import app.upline.audit.AuditVerification;
import app.upline.audit.Verification;
import app.upline.identity.Role;
import app.upline.testing.Crowd;
import app.upline.testing.MovableClock;
import app.upline.testing.Owner;
import app.upline.testing.Someone;
import app.upline.testing.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An agency and its carrier finish everything on 24 November 2026. What of it goes, when, and what
 * stays because somebody wants it or something else needs it.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.migration.as-owner", value = "true")
class PurgeTest {
  private static final String THEN = "2026-11-24T12:00:00Z";
  private static final String A_YEAR_LATER = "2027-11-24T12:00:00Z";
  private static final String A_DAY_EARLY = "2036-11-23T12:00:00Z";
  private static final String TO_THE_SECOND = "2036-11-24T12:00:00Z";
  private static final String A_DAY_LATE = "2036-11-25T12:00:00Z";

  @Inject MovableClock clock;
  @Inject Past past;
  @Inject Purge purge;
  @Inject Crowd crowd;
  @Inject Owner owner;
  @Inject Trail trail;
  @Inject AuditHeads heads;
  @Inject AuditVerification verification;

  private Past.Affairs affairs;

  @BeforeEach
  void everythingIsFinished() {
    clock.set(THEN);
    affairs = past.finished();
  }

  @Test
  void nothingGoesBeforeTenYearsHavePassed() {
    for (String early : List.of(THEN, A_DAY_EARLY, TO_THE_SECOND)) {
      Map<String, Long> before = rows();
      Tally tally = purge(early);
      assertThat(tally.goingInWords()).as(early).isEmpty();
      assertThat(tally.stayingInWords()).as(early).isEmpty();
      assertThat(rows()).as(early).isEqualTo(before);
    }
  }

  @Test
  void afterTenYearsEverythingGoesAndOneEventTellsOfIt() {
    long events = trail.lastNumber(affairs.agency().id());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.goingInWords())
        .isEqualTo(
            "2 submissions, 1 plans, 1 incidents, 1 relationships, 1 files, 2 uploads, 1 legal holds");
    assertThat(tally.stayingInWords()).isEmpty();
    for (String table :
        List.of(
            "submission",
            "incident",
            "incident_facet",
            "relationship",
            "relationship_facet",
            "sheet_import",
            "undisclosed_change",
            "undisclosed_incident",
            "incident_attachment",
            "kept_file",
            "corrective_action_plan")) {
      assertThat(
              crowd.count(
                  "select count(*) from " + table + " where agency_id = ?",
                  affairs.agency().id().toString()))
          .as(table)
          .isZero();
    }
    for (String table :
        List.of(
            "disclosure",
            "disclosure_facet",
            "incident_disclosure",
            "incident_disclosure_facet",
            "triage",
            "triage_event",
            "finding")) {
      assertThat(
              crowd.count(
                  "select count(*) from " + table + " where carrier_id = ?",
                  affairs.carrier().id().toString()))
          .as(table)
          .isZero();
    }
    List<Trail.Event> told =
        trail.of(affairs.agency().id()).stream().filter(event -> event.seq() > events).toList();
    assertThat(told).extracting(Trail.Event::operation).containsExactly("purgeExpired");
    assertThat(told.getFirst().objects())
        .hasSize(9)
        .anyMatch(object -> object.startsWith("incident/" + affairs.incident()));
    assertThat(
            crowd.strings(
                "select note from audit_event where organisation_id = ? and operation = 'purgeExpired'",
                affairs.agency().id().toString()))
        .containsExactly(
            "Untouched since 2026-11-25T12:00:00Z: 2 submissions, 1 plans, 1 incidents, 1 relationships, 1 files, 2 uploads, 1 legal holds");
  }

  @Test
  void theTrailIsCutAtItsLastHeadAndProvesWhatIsLeft() {
    String head = heads.take(affairs.agency().id()).orElseThrow().jws();
    long cut = trail.lastNumber(affairs.agency().id());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.going(AUDIT_EVENT)).isEqualTo(cut);
    assertThat(trail.of(affairs.agency().id()))
        .extracting(Trail.Event::operation)
        .containsExactly("purgeExpired");
    Verification left =
        verification.verify(affairs.agency().id(), List.of(head), null, Long.MAX_VALUE);
    assertThat(left.findings()).isEmpty();
    assertThat(left.from()).isEqualTo(cut + 1);
    assertThat(purge(A_DAY_LATE).anythingGoes()).isFalse();
  }

  @Test
  void theTrailOfAHeldObjectStays() {
    past.hold(affairs.administrator(), "INCIDENT", affairs.incident());
    heads.take(affairs.agency().id()).orElseThrow();
    long first =
        crowd.count(
            "select min(seq) from audit_object where organisation_id = ? and object_id = ?",
            affairs.agency().id().toString(),
            affairs.incident());
    assertThat(purge(A_DAY_LATE).going(AUDIT_EVENT)).isZero();
    assertThat(trail.of(affairs.agency().id())).extracting(Trail.Event::seq).contains(first);
  }

  @Test
  void aTrailThatWasTamperedWithIsEvidenceAndStays() {
    heads.take(affairs.agency().id()).orElseThrow();
    owner.run(
        "update audit_event set note = 'other' where organisation_id = ? and seq = 2",
        affairs.agency().id().toString());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.going(AUDIT_EVENT)).isZero();
    assertThat(tally.staying(AUDIT_EVENT, UNPROVEN)).isPositive();
    assertThat(tally.going(INCIDENT)).isEqualTo(1);
  }

  @Test
  void aCarrierHearsInItsOwnTrailOfWhatItHadBeenToldAndOfNothingElse() {
    long before = trail.lastNumber(affairs.carrier().id());
    purge(A_DAY_LATE);
    List<Trail.Event> told =
        trail.of(affairs.carrier().id()).stream().filter(e -> e.seq() > before).toList();
    assertThat(told).extracting(Trail.Event::operation).containsExactly("purgeExpired");
    assertThat(told.getFirst().objects())
        .extracting(object -> object.split(" ")[0])
        .containsExactlyInAnyOrder(
            "submission/" + affairs.submission(),
            "submission/" + affairs.report(),
            "incident/" + affairs.incident(),
            "plan/" + affairs.plan());
    assertThat(
            crowd.strings(
                "select note from audit_event where organisation_id = ? and seq > ?",
                affairs.carrier().id().toString(),
                before))
        .containsExactly("Untouched since 2026-11-25T12:00:00Z");
    assertThat(
            verification.verify(affairs.carrier().id(), List.of(), null, Long.MAX_VALUE).findings())
        .isEmpty();
  }

  @Test
  void whoeverIsBeneathOneThatGoesGoesWithItAndWhoeverStaysKeepsThoseAbove() {
    String beneath = beneath(affairs.relationship());
    assertThat(purge(A_DAY_LATE).going(RELATIONSHIP)).isEqualTo(2);
    everythingIsFinished();
    beneath = beneath(affairs.relationship());
    crowd.run("update relationship set status = 'ACTIVE' where id = ?", beneath);
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
    assertThat(ids("relationship")).containsExactlyInAnyOrder(affairs.relationship(), beneath);
  }

  @Test
  void theSecondTimeThereIsNothingLeftAndNothingToTell() {
    purge(A_DAY_LATE);
    Map<String, Long> before = rows();
    assertThat(purge(A_DAY_LATE).anythingGoes()).isFalse();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aDryRunTellsTheSameAndChangesNothing() {
    clock.set(A_DAY_LATE);
    Map<String, Long> before = rows();
    Tally dry = purge.purge(affairs.agency(), false);
    assertThat(rows()).isEqualTo(before);
    assertThat(purge(A_DAY_LATE).goingInWords()).isEqualTo(dry.goingInWords()).isNotEmpty();
  }

  @Test
  void theCommandTellsOfEveryOrganisationAndRemovesNothingUnlessTold() {
    clock.set(A_DAY_LATE);
    Map<String, Long> before = rows();
    List<String> told = new ArrayList<>();
    purge.run(false, told::add);
    assertThat(told.getFirst()).contains("2026-11-25T12:00:00Z (10 years)");
    assertThat(told)
        .anyMatch(
            line ->
                line.contains(affairs.agency().id().toString())
                    && line.contains("to go 2 submissions"))
        .anyMatch(
            line ->
                line.contains(affairs.carrier().id().toString())
                    && line.contains("1 extracts not finished"));
    assertThat(told.getLast()).contains("Nothing was removed");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aHeldIncidentStaysWithItsSubmissionAndItsPlanUntilItIsReleased() {
    String hold = past.hold(affairs.administrator(), "INCIDENT", affairs.incident());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(INCIDENT, HELD)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, HELD)).isEqualTo(1);
    assertThat(tally.staying(PLAN, HELD)).isEqualTo(1);
    assertThat(tally.going(RELATIONSHIP)).isEqualTo(1);
    assertThat(ids("submission")).containsExactly(affairs.report());
    release(hold);
    Tally later = purge(A_DAY_LATE);
    assertThat(later.going(INCIDENT)).isEqualTo(1);
    assertThat(later.going(SUBMISSION)).isEqualTo(1);
    assertThat(later.going(PLAN)).isEqualTo(1);
  }

  @Test
  void aSubmissionThatItsCarrierHoldsStaysWithTheRelationshipsInIt() {
    Someone administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR, affairs.carrier().id());
    String hold = past.hold(administrator, "SUBMISSION", affairs.submission());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(SUBMISSION, HELD)).isEqualTo(1);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
    assertThat(tally.going(INCIDENT)).isEqualTo(1);
    assertThat(ids("submission")).containsExactly(affairs.submission());
    release(hold);
    assertThat(purge(A_DAY_LATE).going(RELATIONSHIP)).isEqualTo(1);
  }

  @Test
  void aHeldRelationshipStaysWithTheSubmissionThatToldOfIt() {
    past.hold(affairs.administrator(), "RELATIONSHIP", affairs.relationship());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, HELD)).isEqualTo(1);
    assertThat(ids("submission")).containsExactly(affairs.submission());
  }

  @Test
  void whatACarrierHoldsStillIsNotForgottenBecauseItWasToldLongAgo() {
    crowd.run("update relationship set status = 'ACTIVE' where id = ?", affairs.relationship());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, IN_FORCE)).isEqualTo(1);
    assertThat(
            crowd.count(
                "select count(*) from disclosure where carrier_id = ?",
                affairs.carrier().id().toString()))
        .isEqualTo(1);
  }

  @Test
  void whatWasTouchedLaterKeepsWhatItRefersTo() {
    crowd.run(
        "update submission set changed_at = ? where id = ?",
        A_YEAR_LATER.replace("T", " ").replace("Z", ""),
        affairs.submission());
    crowd.run(
        "update corrective_action_plan set changed_at = ? where id = ?",
        A_YEAR_LATER.replace("T", " ").replace("Z", ""),
        affairs.plan());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
    assertThat(tally.staying(INCIDENT, NEEDED)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, IN_FORCE)).isEqualTo(1);
    assertThat(tally.going(UPLOAD)).isEqualTo(2);
    assertThat(tally.going(LEGAL_HOLD)).isEqualTo(1);
  }

  @Test
  void aDraftAndASubmissionNobodyHasDecidedStay() {
    crowd.run("update submission set status = 'SUBMITTED' where id = ?", affairs.submission());
    Tally tally = purge(A_DAY_LATE);
    assertThat(tally.staying(SUBMISSION, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
  }

  @Test
  void whatSomebodyElsePutsAmongTheMarksIsNotTakenForOne() {
    Past.Affairs others = past.finished();
    crowd.run("insert into purge_mark (kind, object_id) values ('INCIDENT', ?)", others.incident());
    purge(A_DAY_LATE);
    assertThat(crowd.count("select count(*) from incident where id = ?", others.incident()))
        .isEqualTo(1);
    assertThat(crowd.count("select count(*) from purge_mark")).isZero();
  }

  @Test
  void aPurgeThatFailsMidwayHasDoneNothing() {
    owner.run(
        "create table in_the_way (id char(36) character set ascii collate ascii_bin not null, foreign key (id) references relationship (id))");
    try {
      owner.run("insert into in_the_way (id) values (?)", affairs.relationship());
      clock.set(A_DAY_LATE);
      Map<String, Long> before = rows();
      assertThatThrownBy(() -> purge(A_DAY_LATE)).hasMessageContaining("foreign key");
      assertThat(rows()).isEqualTo(before);
    } finally {
      owner.run("drop table in_the_way");
    }
    assertThat(purge(A_DAY_LATE).going(RELATIONSHIP)).isEqualTo(1);
  }

  @Test
  void ofTwoPurgesAtOnceOneRemovesAndTheOtherFindsNothing() {
    clock.set(A_DAY_LATE);
    CompletableFuture<Tally> one =
        CompletableFuture.supplyAsync(() -> purge.purge(affairs.agency(), true));
    CompletableFuture<Tally> other =
        CompletableFuture.supplyAsync(() -> purge.purge(affairs.agency(), true));
    assertThat(List.of(one.join(), other.join()))
        .extracting(Tally::anythingGoes)
        .containsExactlyInAnyOrder(true, false);
    assertThat(trail.of(affairs.agency().id()))
        .filteredOn(event -> event.operation().equals("purgeExpired"))
        .hasSize(1);
  }

  @Test
  void aFinalExtractOfACarrierGoesAndADraftStays() {
    crowd.run(
        "update extract set state = 'DISCARDED', draft_slot = null where carrier_id = ?",
        affairs.carrier().id().toString());
    clock.set(A_DAY_LATE);
    Tally tally = purge.purge(affairs.carrier(), true);
    assertThat(tally.goingInWords()).isEqualTo("1 extracts, 1 directory uploads");
  }

  private Tally purge(String when) {
    clock.set(when);
    return purge.purge(affairs.agency(), true);
  }

  /** As long ago as everything else, so that the hold itself is no reason to stay. */
  private void release(String hold) {
    crowd.run(
        "update legal_hold set state = 'RELEASED', released_at = placed_at where id = ?", hold);
  }

  /**
   * Another relationship with the same content, ended as well, of which the first is the upline.
   */
  private String beneath(String upline) {
    String id = UUID.randomUUID().toString();
    crowd.run(
        """
        insert into relationship (id, agency_id, reference, upstream_id, revision, legal_name, name_key, entity_type, state, functions,
          status, search_text, created_at, changed_at)
        select ?, agency_id, 'REL-2026-000099', id, revision, legal_name, name_key, entity_type, state, functions, status, search_text,
          created_at, changed_at
        from relationship where id = ?
        """,
        id,
        upline);
    crowd.run(
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions, status,
          start_date, end_date, known_on, origin, changed_at, changed_by)
        select ?, revision, content, content_sha256, entity_type, state, functions, status, start_date, end_date, known_on, origin,
          changed_at, changed_by
        from relationship_revision where relationship_id = ?
        """,
        id,
        upline);
    return id;
  }

  private List<String> ids(String table) {
    return crowd.strings(
        "select id from " + table + " where agency_id = ?", affairs.agency().id().toString());
  }

  /** How many rows each table has. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    crowd
        .strings(
            "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")
        .forEach(table -> rows.put(table, crowd.count("select count(*) from " + table)));
    return rows;
  }
}
