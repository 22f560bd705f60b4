package app.upline.retention;

import static app.upline.retention.KeptBecause.UNPROVEN;
import static app.upline.retention.PurgeKind.AUDIT_EVENT;
import static app.upline.retention.PurgeKind.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.audit.Verification;
import app.upline.testing.MovableClock;
import app.upline.testing.Trail;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What trails tell of a purge, and what becomes of the trails. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.migration.as-owner", value = "true")
class PurgedTrailTest extends TenYearsLater {

  @Test
  void theTrailIsCutAtItsLastHeadAndProvesWhatIsLeft() {
    String head = heads.take(affairs.agency().id()).orElseThrow().jws();
    long cut = trail.lastNumber(affairs.agency().id());
    PurgeReport tally = purge(A_DAY_LATE);
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
  void aTrailThatWasTamperedWithIsEvidenceAndStays() {
    heads.take(affairs.agency().id()).orElseThrow();
    owner.run(
        "update audit_event set note = 'other' where organization_id = ? and seq = 2",
        affairs.agency().id());
    PurgeReport tally = purge(A_DAY_LATE);
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
                "select note from audit_event where organization_id = ? and seq > ?",
                affairs.carrier().id(),
                before))
        .containsExactly("Untouched since 2026-11-25T12:00:00Z");
    assertThat(
            verification.verify(affairs.carrier().id(), List.of(), null, Long.MAX_VALUE).findings())
        .isEmpty();
  }
}
