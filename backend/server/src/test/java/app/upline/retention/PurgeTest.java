package app.upline.retention;

import static app.upline.retention.PurgeKind.RELATIONSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.MovableClock;
import app.upline.testing.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What of it all goes, and when; and that a purge does all of it or nothing. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.migration.as-owner", value = "true")
class PurgeTest extends TenYearsLater {

  @Test
  void nothingGoesBeforeTenYearsHavePassed() {
    for (String early : List.of(THEN, A_DAY_EARLY, TO_THE_SECOND)) {
      Map<String, Long> before = rows();
      PurgeReport tally = purge(early);
      assertThat(tally.goingInWords()).as(early).isEmpty();
      assertThat(tally.stayingInWords()).as(early).isEmpty();
      assertThat(rows()).as(early).isEqualTo(before);
    }
  }

  @Test
  void afterTenYearsEverythingGoesAndOneEventTellsOfIt() {
    long events = trail.lastNumber(affairs.agency().id());
    aConversation();
    anUndoneAcknowledgement();
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.goingInWords())
        .isEqualTo(
            "2 submissions, 1 plans, 1 incidents, 1 relationships, 1 files, 2 uploads, 1 legal holds, 8 events");
    assertThat(tally.stayingInWords()).isEmpty();
    for (String table :
        List.of(
            "submission",
            "incident",
            "incident_facet",
            "relationship",
            "relationship_facet",
            "sheet_import",
            "undisclosed_relationship",
            "undisclosed_incident",
            "submission_comment",
            "incident_attachment",
            "corrective_action_plan")) {
      assertThat(
              crowd.count(
                  "select count(*) from " + table + " where agency_id = ?", affairs.agency().id()))
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
                  affairs.carrier().id()))
          .as(table)
          .isZero();
    }
    assertThat(
            crowd.count(
                "select count(*) from stored_file where organization_id = ?",
                affairs.agency().id()))
        .isZero();
    // One is put there by the database's own clock, and is not old yet.
    assertThat(
            crowd.count(
                "select count(*) from business_event where organization_id = ? and occurred_at < '2026-11-25 12:00:00'",
                affairs.agency().id()))
        .isZero();
    List<Trail.Event> told =
        trail.of(affairs.agency().id()).stream().filter(event -> event.seq() > events).toList();
    assertThat(told).extracting(Trail.Event::operation).containsExactly("purgeExpired");
    assertThat(told.getFirst().objects())
        .hasSize(17)
        .anyMatch(object -> object.startsWith("incident/" + affairs.incident()));
    assertThat(
            crowd.strings(
                "select note from audit_event where organization_id = ? and operation = 'purgeExpired'",
                affairs.agency().id()))
        .containsExactly(
            "Untouched since 2026-11-25T12:00:00Z: 2 submissions, 1 plans, 1 incidents, 1 relationships, 1 files, 2 uploads, 1 legal holds, 8 events");
  }

  /** About the incident itself, and about nothing that was submitted. */
  private void aConversation() {
    crowd.run(
        """
        insert into submission_comment (id, agency_id, carrier_id, incident_id, text, author_id, author_name, written_at)
        select random_bytes(16), i.agency_id, i.carrier_id, i.id, 'Is there a recording?', v.changed_by, 'Analyst', '2016-01-01'
        from incident i join incident_revision v on v.incident_id = i.id and v.revision = 1
        where i.agency_id = ? limit 1
        """,
        affairs.agency().id());
    crowd.run(
        """
        insert into comment_entry (comment_id, version, action, text, side, author_id, author_name, written_at)
        select k.id, 2, 'RESOLVE', null, 'CARRIER', k.author_id, 'Analyst', '2016-01-02'
        from submission_comment k where k.agency_id = ? and k.submission_id is null
        """,
        affairs.agency().id());
  }

  private void anUndoneAcknowledgement() {
    int undone =
        crowd.run(
            """
            insert into undone_acknowledgement (submission_id, revision, version, acknowledged_at, acknowledged_by,
              acknowledger_name, undone_at, undone_by, undoer_name, reason)
            select w.submission_id, w.revision, 1, w.decided_at, w.decided_by, w.decider_name, w.decided_at, w.decided_by,
              w.decider_name, 'The wrong one'
            from submission_revision w join submission s on s.id = w.submission_id
            where s.agency_id = ? and w.decision = 'ACKNOWLEDGED'
            """,
            affairs.agency().id());
    assertThat(undone).isPositive();
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
    PurgeReport dry = purge.purge(affairs.agency(), false);
    assertThat(rows()).isEqualTo(before);
    assertThat(purge(A_DAY_LATE).goingInWords()).isEqualTo(dry.goingInWords()).isNotEmpty();
  }

  @Test
  void theCommandTellsOfEveryOrganizationAndRemovesNothingUnlessTold() {
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
  void whatSomebodyElsePutsAmongTheMarksIsNotTakenForOne() {
    BackdatedRecords.Affairs others = past.finished();
    crowd.run(
        "insert into purge_candidate (kind, object_id) values ('INCIDENT', ?)",
        UUID.fromString(others.incident()));
    purge(A_DAY_LATE);
    assertThat(
            crowd.count(
                "select count(*) from incident where id = ?", UUID.fromString(others.incident())))
        .isEqualTo(1);
    assertThat(crowd.count("select count(*) from purge_candidate")).isZero();
  }

  @Test
  void aPurgeThatFailsMidwayHasDoneNothing() {
    owner.run(
        "create table in_the_way (id binary(16) not null, foreign key (id) references relationship (id))");
    try {
      owner.run("insert into in_the_way (id) values (?)", UUID.fromString(affairs.relationship()));
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
    CompletableFuture<PurgeReport> one =
        CompletableFuture.supplyAsync(() -> purge.purge(affairs.agency(), true));
    CompletableFuture<PurgeReport> other =
        CompletableFuture.supplyAsync(() -> purge.purge(affairs.agency(), true));
    assertThat(List.of(one.join(), other.join()))
        .extracting(PurgeReport::anythingGoes)
        .containsExactlyInAnyOrder(true, false);
    assertThat(trail.of(affairs.agency().id()))
        .filteredOn(event -> event.operation().equals("purgeExpired"))
        .hasSize(1);
  }

  @Test
  void aFinalExtractOfACarrierGoesAndADraftStays() {
    crowd.run(
        "update extract set state = 'DISCARDED', draft_slot = null where carrier_id = ?",
        affairs.carrier().id());
    clock.set(A_DAY_LATE);
    PurgeReport tally = purge.purge(affairs.carrier(), true);
    assertThat(tally.goingInWords()).isEqualTo("1 extracts, 1 directory uploads, 2 events");
  }
}
