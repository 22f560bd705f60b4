package app.upline.retention;

import static app.upline.retention.KeptBecause.HELD;
import static app.upline.retention.KeptBecause.IN_FORCE;
import static app.upline.retention.KeptBecause.NEEDED;
import static app.upline.retention.KeptBecause.UNFINISHED;
import static app.upline.retention.PurgeKind.AUDIT_EVENT;
import static app.upline.retention.PurgeKind.INCIDENT;
import static app.upline.retention.PurgeKind.LEGAL_HOLD;
import static app.upline.retention.PurgeKind.PLAN;
import static app.upline.retention.PurgeKind.RELATIONSHIP;
import static app.upline.retention.PurgeKind.SUBMISSION;
import static app.upline.retention.PurgeKind.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.MovableClock;
import app.upline.testing.TestUser;
import app.upline.testing.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stays because of a hold, or because something else needs it. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.migration.as-owner", value = "true")
class KeptTest extends TenYearsLater {

  @Test
  void theTrailOfAHeldObjectStays() {
    past.hold(affairs.administrator(), "INCIDENT", affairs.incident());
    heads.take(affairs.agency().id()).orElseThrow();
    long first =
        crowd.count(
            "select min(seq) from audit_object where organization_id = ? and object_id = ?",
            affairs.agency().id(),
            UUID.fromString(affairs.incident()));
    assertThat(purge(A_DAY_LATE).going(AUDIT_EVENT)).isZero();
    assertThat(trail.of(affairs.agency().id())).extracting(Trail.Event::seq).contains(first);
  }

  @Test
  void whoeverIsBeneathOneThatGoesGoesWithItAndWhoeverStaysKeepsThoseAbove() {
    String beneath = beneath(affairs.relationship());
    assertThat(purge(A_DAY_LATE).going(RELATIONSHIP)).isEqualTo(2);
    everythingIsFinished();
    beneath = beneath(affairs.relationship());
    crowd.run("update relationship set status = 'ACTIVE' where id = ?", UUID.fromString(beneath));
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
    assertThat(ids("relationship")).containsExactlyInAnyOrder(affairs.relationship(), beneath);
  }

  @Test
  void aHeldIncidentStaysWithItsSubmissionAndItsPlanUntilItIsReleased() {
    String hold = past.hold(affairs.administrator(), "INCIDENT", affairs.incident());
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(INCIDENT, HELD)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, HELD)).isEqualTo(1);
    assertThat(tally.staying(PLAN, HELD)).isEqualTo(1);
    assertThat(tally.going(RELATIONSHIP)).isEqualTo(1);
    assertThat(ids("submission")).containsExactly(affairs.report());
    release(hold);
    PurgeReport later = purge(A_DAY_LATE);
    assertThat(later.going(INCIDENT)).isEqualTo(1);
    assertThat(later.going(SUBMISSION)).isEqualTo(1);
    assertThat(later.going(PLAN)).isEqualTo(1);
  }

  @Test
  void aSubmissionThatItsCarrierHoldsStaysWithTheRelationshipsInIt() {
    TestUser administrator = crowd.someone(Role.CARRIER_ADMINISTRATOR, affairs.carrier().id());
    String hold = past.hold(administrator, "SUBMISSION", affairs.submission());
    PurgeReport tally = purge(A_DAY_LATE);
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
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, HELD)).isEqualTo(1);
    assertThat(ids("submission")).containsExactly(affairs.submission());
  }

  @Test
  void whatACarrierHoldsStillIsNotForgottenBecauseItWasToldLongAgo() {
    crowd.run(
        "update relationship set status = 'ACTIVE' where id = ?",
        UUID.fromString(affairs.relationship()));
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, IN_FORCE)).isEqualTo(1);
    assertThat(
            crowd.count(
                "select count(*) from disclosure where carrier_id = ?", affairs.carrier().id()))
        .isEqualTo(1);
  }

  @Test
  void whatWasTouchedLaterKeepsWhatItRefersTo() {
    crowd.run(
        "update submission set changed_at = ? where id = ?",
        A_YEAR_LATER.replace("T", " ").replace("Z", ""),
        UUID.fromString(affairs.submission()));
    crowd.run(
        "update corrective_action_plan set changed_at = ? where id = ?",
        A_YEAR_LATER.replace("T", " ").replace("Z", ""),
        UUID.fromString(affairs.plan()));
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
    assertThat(tally.staying(INCIDENT, NEEDED)).isEqualTo(1);
    assertThat(tally.staying(SUBMISSION, IN_FORCE)).isEqualTo(1);
    assertThat(tally.going(UPLOAD)).isEqualTo(2);
    assertThat(tally.going(LEGAL_HOLD)).isEqualTo(1);
  }

  @Test
  void aDraftAndASubmissionNobodyHasDecidedStay() {
    crowd.run(
        "update submission set status = 'SUBMITTED' where id = ?",
        UUID.fromString(affairs.submission()));
    PurgeReport tally = purge(A_DAY_LATE);
    assertThat(tally.staying(SUBMISSION, UNFINISHED)).isEqualTo(1);
    assertThat(tally.staying(RELATIONSHIP, NEEDED)).isEqualTo(1);
  }

  /** As long ago as everything else, so that the hold itself is no reason to stay. */
  private void release(String hold) {
    crowd.run(
        "update legal_hold set state = 'RELEASED', released_at = placed_at where id = ?",
        UUID.fromString(hold));
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
        select ?, agency_id, 'REL-2026-7KQ2-000099', id, revision, legal_name, name_key, entity_type, state, functions, status, search_text,
          created_at, changed_at
        from relationship where id = ?
        """,
        UUID.fromString(id),
        UUID.fromString(upline));
    crowd.run(
        """
        insert into relationship_revision (relationship_id, revision, content, content_sha256, entity_type, state, functions, status,
          start_date, end_date, known_on, name_key, origin, changed_at, changed_by)
        select ?, revision, content, content_sha256, entity_type, state, functions, status, start_date, end_date, known_on, name_key,
          origin, changed_at, changed_by
        from relationship_revision where relationship_id = ?
        """,
        UUID.fromString(id),
        UUID.fromString(upline));
    return id;
  }
}
