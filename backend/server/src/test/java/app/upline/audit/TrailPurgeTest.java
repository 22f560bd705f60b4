package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.testing.MovableClock;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trail whose beginning was purged proves what is left, and that it was purged rightly. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
@Property(name = "upline.migration.as-owner", value = "true")
class TrailPurgeTest {
  private static final String FIRST_DAY = "2026-11-24T12:00:00Z";
  private static final String SECOND_DAY = "2026-11-25T12:00:00Z";
  private static final String TEN_YEARS_LATER = "2036-11-26T12:00:00Z";

  /** After the first day, and before the second. */
  private static final Instant AFTER_FIRST = Instant.parse("2026-11-25T00:00:00Z");

  private static final Instant AFTER_SECOND = Instant.parse("2026-11-26T00:00:00Z");

  @Inject AuditTrail trail;
  @Inject AuditVerification verification;
  @Inject AuditHeads heads;
  @Inject TrailPurge purge;
  @Inject Database database;
  @Inject MovableClock clock;
  @Inject Owner owner;
  @Inject TestUsers crowd;

  private UUID organization;
  private UUID thing;
  private String firstHead;
  private String secondHead;

  @BeforeEach
  void aTrailOfTwoDaysAndOfTenYearsLater() {
    organization = UUID.randomUUID();
    thing = UUID.randomUUID();
    clock.set(FIRST_DAY);
    events(4);
    firstHead = heads.take(organization).orElseThrow().jws();
    clock.set(SECOND_DAY);
    events(3);
    secondHead = heads.take(organization).orElseThrow().jws();
    clock.set(TEN_YEARS_LATER);
    events(2);
  }

  @Test
  void aTrailIsCutAtTheLastHeadThatIsOldEnough() {
    assertThat(purge.find(organization, Instant.parse(FIRST_DAY), List.of())).isEmpty();
    assertThat(cut(AFTER_FIRST).seq()).isEqualTo(4);
    assertThat(cut(AFTER_FIRST).events()).isEqualTo(4);
    assertThat(cut(AFTER_SECOND).seq()).isEqualTo(7);
    assertThat(cut(Instant.parse("2040-01-01T00:00:00Z")).seq())
        .as("of what came later no head was signed")
        .isEqualTo(7);
  }

  @Test
  void whatIsLeftIsSoundAlsoByHeadsThatWereTakenElsewhere() {
    purge(AFTER_FIRST);
    assertThat(numbers()).containsExactly("5", "6", "7", "8", "9", "10");
    assertThat(
            crowd.count(
                "select count(*) from audit_object where organization_id = ? and seq <= 4",
                organization))
        .isZero();
    Verification found = verify(firstHead, secondHead);
    assertThat(found.findings()).isEmpty();
    assertThat(found.from()).isEqualTo(5);
    assertThat(found.to()).isEqualTo(10);
    purge(AFTER_SECOND);
    assertThat(numbers()).containsExactly("8", "9", "10", "11");
    assertThat(verify(firstHead, secondHead).findings()).isEmpty();
  }

  @Test
  void aCutThatWasNotSweptIsSoundAndIsSweptTheNextTime() {
    apply(cut(AFTER_FIRST));
    assertThat(numbers()).hasSize(10);
    assertThat(verify().findings()).isEmpty();
    purge.sweep(organization);
    assertThat(numbers()).hasSize(6);
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void ofTwoCutsInOnePlaceOneIsMade() {
    TrailPurge.Cut cut = cut(AFTER_FIRST);
    assertThat(apply(cut)).isTrue();
    assertThat(apply(cut)).isFalse();
    assertThat(purge.find(organization, AFTER_FIRST, List.of())).isEmpty();
  }

  @Test
  void withoutASignedHeadNothingIsCut() {
    owner.run("delete from audit_head where organization_id = ?", organization);
    assertThat(purge.find(organization, AFTER_SECOND, List.of())).isEmpty();
  }

  @Test
  void whatWasTamperedWithIsEvidenceAndIsNotCut() {
    alter("note = 'other'", 2);
    assertThat(cut(AFTER_FIRST).sound()).isFalse();
  }

  @Test
  void eventsOfAHeldObjectStayAndAllThatCameAfterThem() {
    clock.set(FIRST_DAY);
    assertThat(purge.find(organization, AFTER_SECOND, List.of(thing))).isEmpty();
    UUID later = UUID.randomUUID();
    owner.run(
        "update audit_object set object_id = ? where organization_id = ? and seq = 6",
        later,
        organization);
    assertThat(purge.find(organization, AFTER_SECOND, List.of(later)).orElseThrow().seq())
        .isEqualTo(4);
    assertThat(isFree(cut(AFTER_FIRST), later)).isTrue();
    assertThat(isFree(cut(AFTER_SECOND), later)).isFalse();
  }

  @Test
  void whatIsChangedOrCutOffAfterAPurgeIsStillFound() {
    purge(AFTER_FIRST);
    alter("operation = 'other'", 5);
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.ALTERED, 5, 5));
    owner.run(
        "delete from audit_object where organization_id = ? and seq = 5", UUID.fromString(id()));
    owner.run(
        "delete from audit_event where organization_id = ? and seq = 5", UUID.fromString(id()));
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.MISSING, 5, 5));
  }

  @Test
  void whoeverSaysThatMoreWasPurgedThanWasIsFoundAlsoWhereAHeadWasSigned() {
    purge(AFTER_FIRST);
    owner.run(
        """
        update audit_chain c join audit_head h on h.organization_id = c.organization_id and h.seq = 7
        set c.purged_seq = h.seq, c.purged_mac = h.mac where c.organization_id = ?
        """,
        UUID.fromString(id()));
    purge.sweep(organization);
    assertThat(verify(firstHead, secondHead).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.PURGE_UNPROVEN, 1, 7));
  }

  @Test
  void whoeverRewritesThePlaceOfAPurgeIsFoundByTheHeadThatWasTakenElsewhere() {
    purge(AFTER_FIRST);
    owner.run(
        "update audit_chain set purged_mac = repeat('a', 64) where organization_id = ?",
        UUID.fromString(id()));
    assertThat(verify().findings())
        .contains(
            new TrailFinding(TrailFinding.Kind.ALTERED, 5, 5),
            new TrailFinding(TrailFinding.Kind.PURGE_UNPROVEN, 1, 4));
    owner.run("delete from audit_head where organization_id = ?", UUID.fromString(id()));
    assertThat(verify(firstHead).findings())
        .contains(new TrailFinding(TrailFinding.Kind.PURGE_UNPROVEN, 1, 4));
  }

  private TrailPurge.Cut cut(Instant cutoff) {
    Optional<TrailPurge.Cut> cut = purge.find(organization, cutoff, List.of());
    return cut.orElseThrow();
  }

  private boolean isFree(TrailPurge.Cut cut, UUID held) {
    return database.reading(() -> purge.isFree(cut, List.of(held)));
  }

  private void purge(Instant cutoff) {
    TrailPurge.Cut cut = cut(cutoff);
    assertThat(cut.sound()).isTrue();
    assertThat(apply(cut)).isTrue();
    purge.sweep(organization);
  }

  private boolean apply(TrailPurge.Cut cut) {
    return trail.system(
        "purgeExpired", organization, () -> database.writing(() -> purge.apply(cut)));
  }

  private void events(int count) {
    for (int i = 1; i <= count; i++) {
      trail.system(
          "test",
          organization,
          () ->
              database.writing(
                  () -> {
                    trail.changed("thing", thing, "T-1", null, Digest.of(1));
                    return null;
                  }));
    }
  }

  private void alter(String change, long seq) {
    owner.run(
        "update audit_event set " + change + " where organization_id = ? and seq = ?",
        UUID.fromString(id()),
        seq);
  }

  private Verification verify(String... taken) {
    return verification.verify(organization, List.of(taken), null, Long.MAX_VALUE);
  }

  private List<String> numbers() {
    return crowd.strings(
        "select seq from audit_event where organization_id = ? order by seq",
        UUID.fromString(id()));
  }

  private String id() {
    return organization.toString();
  }
}
