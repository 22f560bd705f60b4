package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.persistence.Database;
import app.upline.platform.start.StartFailure;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.context.BeanProvider;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an attacker with the owner's password can do to a trail, and how it is found. */
@Tag("engine")
// What it looks at is no engine's: make test-mysql runs it with ALL=yes.
@Tag("above-the-database")
@MicronautTest(transactional = false)
class TamperedTrailTest {
  private static final int EVENTS = 9;

  @Inject AuditTrail trail;
  @Inject AuditVerification verification;
  @Inject AuditHeads heads;
  @Inject AuditCheckpoints checkpoints;
  @Inject BeanProvider<TrailVerifier> verifiers;
  @Inject Database database;
  @Inject Owner owner;
  @Inject TestUsers crowd;

  private String organization;

  @BeforeEach
  void aTrail() {
    organization = UUID.randomUUID().toString();
    events(EVENTS);
  }

  @Test
  void anUntouchedTrailIsSound() {
    heads.take(UUID.fromString(organization)).orElseThrow();
    Verification found = verify();
    assertThat(found.findings()).isEmpty();
    assertThat(found.complete()).isTrue();
    assertThat(found.to()).isEqualTo(EVENTS);
    assertThat(found.heads()).isEqualTo(1);
  }

  @Test
  void aStretchIsVerifiedFromTheEventBeforeIt() {
    Verification part = verification.verify(UUID.fromString(organization), List.of(), 4L, 3);
    assertThat(part.isSound()).isTrue();
    assertThat(part.complete()).isFalse();
    assertThat(part.from()).isEqualTo(4);
    assertThat(part.to()).isEqualTo(6);
    alter("operation = 'other'", 5);
    part = verification.verify(UUID.fromString(organization), List.of(), 4L, 3);
    assertThat(part.findings()).containsExactly(new TrailFinding(TrailFinding.Kind.ALTERED, 5, 5));
  }

  @Test
  void aDeletedRowIsFound() {
    owner.run(
        "delete from audit_object where organization_id = ? and seq = 4",
        UUID.fromString(organization));
    owner.run(
        "delete from audit_event where organization_id = ? and seq = 4",
        UUID.fromString(organization));
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.MISSING, 4, 4));
  }

  @Test
  void aChangedRowIsFoundWhicheverColumnItIs() {
    for (String change :
        List.of(
            "occurred_at = occurred_at + interval 1 microsecond",
            "operation = 'other'",
            "outcome = 'REFUSED'",
            "status = 418",
            "actor_kind = 'PERSON'",
            "actor_id = random_bytes(16)",
            "actor_name = 'Somebody Else'",
            "roles = '[\"AGENCY_REPORTER\"]'",
            "source = '192.0.2.1'",
            "request_id = random_bytes(16)",
            "parameters = '{}'",
            "note = ''",
            "mac = repeat('a', 64)")) {
      organization = UUID.randomUUID().toString();
      events(5);
      alter(change, 3);
      assertThat(verify().findings())
          .as(change)
          .contains(new TrailFinding(TrailFinding.Kind.ALTERED, 3, 3));
    }
  }

  @Test
  void aChangedObjectIsFound() {
    for (String change :
        List.of(
            "kind = 'other'",
            "object_id = random_bytes(16)",
            "reference = 'REL-2026-7KQ2-999999'",
            "before_sha256 = null",
            "after_sha256 = repeat('a', 64)")) {
      organization = UUID.randomUUID().toString();
      events(3);
      owner.run(
          "update audit_object set "
              + change
              + " where organization_id = ? and seq = 2 and position = 2",
          UUID.fromString(organization));
      assertThat(verify().findings())
          .as(change)
          .containsExactly(new TrailFinding(TrailFinding.Kind.OBJECTS_ALTERED, 2, 2));
    }
  }

  @Test
  void anObjectTakenAwayOrAddedIsFound() {
    owner.run(
        "delete from audit_object where organization_id = ? and seq = 2 and position = 2",
        UUID.fromString(organization));
    owner.run(
        "insert into audit_object (organization_id, seq, position, kind, object_id) values (?, 7, 3, 'thing', random_bytes(16))",
        UUID.fromString(organization));
    assertThat(verify().findings())
        .containsExactly(
            new TrailFinding(TrailFinding.Kind.OBJECTS_ALTERED, 2, 2),
            new TrailFinding(TrailFinding.Kind.OBJECTS_ALTERED, 7, 7));
  }

  @Test
  void swappedRowsAreFound() {
    renumber("audit_event", 4, 1_000);
    renumber("audit_event", 5, 4);
    renumber("audit_event", 1_000, 5);
    assertThat(verify().findings())
        .contains(
            new TrailFinding(TrailFinding.Kind.ALTERED, 4, 4),
            new TrailFinding(TrailFinding.Kind.ALTERED, 5, 5));
  }

  @Test
  void anInsertedRowIsFound() {
    for (int seq = EVENTS; seq >= 5; seq--) {
      renumber("audit_event", seq, seq + 1);
      renumber("audit_object", seq, seq + 1);
    }
    copy(4, 5);
    owner.run(
        "update audit_chain set last_seq = last_seq + 1 where organization_id = ?",
        UUID.fromString(organization));
    assertThat(verify().findings()).contains(new TrailFinding(TrailFinding.Kind.ALTERED, 5, 5));
  }

  @Test
  void aRowAddedAtTheEndIsFound() {
    copy(EVENTS, EVENTS + 1);
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.UNNUMBERED, EVENTS + 1, EVENTS + 1));
  }

  @Test
  void aTailCutOffIsFound() {
    cutFrom(8);
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.CUT_OFF, 8, 9));
  }

  @Test
  void aTailCutOffByWhoeverMendsTheEndToIsFoundByAHeadTakenElsewhere() {
    String taken = heads.take(UUID.fromString(organization)).orElseThrow().jws();
    cutFrom(8);
    mendTheEnd();
    owner.run("delete from audit_head where organization_id = ?", UUID.fromString(organization));
    assertThat(verify().findings()).isEmpty();
    assertThat(verify(taken).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_BEYOND_END, 8, 9));
  }

  @Test
  void aWholeTrailThatIsGoneIsFoundByAHeadTakenElsewhere() {
    String taken = heads.take(UUID.fromString(organization)).orElseThrow().jws();
    for (String table : List.of("audit_object", "audit_event", "audit_chain", "audit_head")) {
      owner.run(
          "delete from " + table + " where organization_id = ?", UUID.fromString(organization));
    }
    assertThat(verify(taken).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_BEYOND_END, 1, 9));
  }

  @Test
  void aTrailRewrittenWithoutTheKeyIsFound() {
    AuditKey madeUp = new AuditKey(1, new byte[32]);
    EventRows rows = new EventRows(database);
    String mac =
        database.reading(() -> rows.after(UUID.fromString(organization), 4, 5, 1)).getFirst().mac();
    alter("operation = 'other'", 6);
    for (long seq = 6; seq <= EVENTS; seq++) {
      long before = seq - 1;
      RecordedEvent event =
          database
              .reading(() -> rows.after(UUID.fromString(organization), before, EVENTS, 1))
              .getFirst();
      mac = madeUp.mac(mac, event.event());
      alter("mac = '" + mac + "'", seq);
    }
    mendTheEnd();
    assertThat(verify().findings()).extracting(TrailFinding::from).containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void aTrailRewrittenByWhoeverHasTheKeyIsFoundByAHeadTakenElsewhere() {
    String taken = heads.take(UUID.fromString(organization)).orElseThrow().jws();
    cutFrom(3);
    mendTheEnd();
    owner.run("delete from audit_head where organization_id = ?", UUID.fromString(organization));
    events(EVENTS);
    assertThat(verify().findings()).isEmpty();
    assertThat(verify(taken).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_DIFFERS, 1, EVENTS));
  }

  @Test
  void aHeadThatIsNotOursProvesNothing() {
    String taken = heads.take(UUID.fromString(organization)).orElseThrow().jws();
    String[] parts = taken.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]));
    String other =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace("\"seq\":9", "\"seq\":8").getBytes());
    String none =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
    for (String forged :
        List.of(
            parts[0] + "." + other + "." + parts[2], none + "." + parts[1] + ".", "nonsense", "")) {
      assertThat(verify(forged).findings())
          .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_INVALID, 0, 0));
    }
    String ours = organization;
    aTrail();
    assertThat(verify(taken).findings())
        .as("a head of %s", ours)
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_INVALID, 0, 0));
  }

  @Test
  void aTailCutOffWithTheEndMendedIsFoundByTheCheckpointSince() {
    checkpoints.take().orElseThrow();
    cutFrom(8);
    mendTheEnd();
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_BEYOND_END, 8, 9));
    assertThat(told()).anyMatch(line -> line.contains("HEAD_BEYOND_END: events 8 to 9"));
  }

  @Test
  void aTailCutOffWithHeadsAndCheckpointsIsFoundByACheckpointTakenElsewhere() {
    heads.take(UUID.fromString(organization)).orElseThrow();
    AuditCheckpoint taken = checkpoints.take().orElseThrow();
    cutFrom(8);
    mendTheEnd();
    owner.run("delete from audit_head where organization_id = ?", UUID.fromString(organization));
    owner.run("delete from audit_checkpoint where number = ?", taken.number());
    assertThat(verify().findings()).as("with nothing from elsewhere").isEmpty();
    assertThat(told(taken.jws()))
        .anyMatch(line -> line.contains("HEAD_BEYOND_END: events 8 to 9"))
        .anyMatch(
            line ->
                line.contains("Checkpoints %1$d to %1$d are not there".formatted(taken.number())));
  }

  @Test
  void aTrailRewrittenWithTheKeyIsFoundByTheCheckpointBefore() {
    AuditCheckpoint taken = checkpoints.take().orElseThrow();
    cutFrom(3);
    mendTheEnd();
    events(EVENTS);
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_DIFFERS, 1, EVENTS));
    assertThat(told(taken.jws())).anyMatch(line -> line.contains("HEAD_DIFFERS: events 1 to 9"));
  }

  @Test
  void aWholeTrailThatIsGoneWithItsHeadsIsFoundAsLongAsItsOrganizationIsThere() {
    organization = crowd.agency().toString();
    events(EVENTS);
    heads.take(UUID.fromString(organization)).orElseThrow();
    removeAll();
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.TRAIL_MISSING, 1, 1));
    assertThat(told())
        .anyMatch(line -> line.startsWith(organization) && line.contains("1 findings"));
    // Other tests look at all trails.
    owner.run("delete from agency where id = ?", UUID.fromString(organization));
  }

  @Test
  void aWholeTrailThatIsGoneWithItsOrganizationIsFoundByTheCheckpointThatToldOfIt() {
    checkpoints.take().orElseThrow();
    removeAll();
    assertThat(verify().findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.HEAD_BEYOND_END, 1, 9));
    assertThat(told())
        .anyMatch(line -> line.startsWith(organization) && line.contains("1 findings"));
  }

  @Test
  void whoeverAsksForWhatComesAfterTheEndLearnsThatItIsNotThere() {
    UUID id = UUID.fromString(organization);
    assertThat(verification.verify(id, List.of(), EVENTS + 1L, 10).isSound()).isTrue();
    assertThat(verification.verify(id, List.of(), EVENTS + 2L, 10).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.MISSING, EVENTS + 1, EVENTS + 1));
    Verification far = verification.verify(id, List.of(), 1_000_000_000_000_000_000L, 10);
    assertThat(far.isSound()).isFalse();
  }

  @Test
  void aStretchWithoutTheEventBeforeItIsNotSound() {
    owner.run(
        "delete from audit_object where organization_id = ? and seq = 4",
        UUID.fromString(organization));
    owner.run(
        "delete from audit_event where organization_id = ? and seq = 4",
        UUID.fromString(organization));
    assertThat(verification.verify(UUID.fromString(organization), List.of(), 5L, 3).findings())
        .containsExactly(new TrailFinding(TrailFinding.Kind.MISSING, 4, 4));
  }

  @Test
  void aCheckpointThatIsTakenAwayOrChangedIsFoundByTheNext() {
    AuditCheckpoint first = checkpoints.take().orElseThrow();
    events(1);
    AuditCheckpoint second = checkpoints.take().orElseThrow();
    events(1);
    checkpoints.take().orElseThrow();
    owner.run("update audit_checkpoint set jws = ? where number = ?", first.jws(), second.number());
    assertThat(told())
        .anyMatch(line -> line.contains("Checkpoint %d is not what".formatted(second.number())));
    owner.run("delete from audit_checkpoint where number = ?", second.number());
    assertThat(told())
        .anyMatch(
            line -> line.contains("Checkpoints %1$d to %1$d are not".formatted(second.number())));
    owner.run(
        "insert into audit_checkpoint (number, taken_at, events, whole, jws) values (?, ?, ?, ?, ?)",
        second.number(),
        java.time.LocalDateTime.ofInstant(second.takenAt(), java.time.ZoneOffset.UTC),
        second.events(),
        second.whole(),
        second.jws());
    assertThat(told()).noneMatch(line -> line.contains("heckpoint %d ".formatted(second.number())));
  }

  @Test
  void aCheckpointListsWhatMovedAndEveryChainOnceADay() {
    AuditCheckpoint before = checkpoints.take().orElseThrow();
    assertThat(checkpoints.take()).as("nothing has moved").isEmpty();
    events(2);
    AuditCheckpoint after = checkpoints.take().orElseThrow();
    assertThat(after.whole()).isFalse();
    assertThat(after.previous()).isEqualTo(Digest.sha256Base64(before.jws()));
    assertThat(after.chains())
        .extracting(AuditCheckpoint.Stand::organizationId)
        .contains(UUID.fromString(organization));
    assertThat(after.organizations()).isGreaterThan(after.chains().size());
  }

  @Test
  void theCommandTellsEveryFindingAndFails() {
    alter("operation = 'other'", 3);
    List<String> told = new ArrayList<>();
    TrailVerifier verifier = verifiers.get();
    assertThatThrownBy(() -> verifier.run(told::add)).hasMessageContaining("not as it was written");
    assertThat(told).anyMatch(line -> line.contains(organization) && line.contains("1 findings"));
    alter("operation = 'test'", 3);
  }

  @Test
  void theApplicationsAccountCanAddAndReadAndNothingElse() {
    for (String table : List.of("audit_checkpoint", "key_check")) {
      assertThatThrownBy(() -> crowd.run("delete from " + table)).hasMessageContaining("denied");
    }
    for (String table : List.of("audit_event", "audit_object", "audit_head")) {
      for (String statement :
          List.of("update %s set seq = 1 where seq = 1", "delete from %s where seq = 1")) {
        assertThatThrownBy(() -> crowd.run(statement.formatted(table)))
            .as(statement.formatted(table))
            .hasMessageContaining("denied");
      }
      assertThatThrownBy(() -> crowd.run("truncate table " + table)).hasMessageContaining("denied");
      assertThatThrownBy(() -> crowd.run("drop table " + table)).hasMessageContaining("denied");
      assertThatThrownBy(() -> crowd.run("alter table " + table + " add column more int"))
          .hasMessageContaining("denied");
    }
    assertThat(crowd.run("update audit_chain set last_seq = last_seq where last_seq < 0")).isZero();
  }

  @Test
  void theApplicationsAccountGoesOnWithAChainAndCannotSayThatItsBeginningWasPurged() {
    for (String statement :
        List.of(
            "update audit_chain set purged_seq = 1",
            "update audit_chain set purged_mac = last_mac",
            "delete from audit_chain")) {
      assertThatThrownBy(() -> crowd.run(statement)).as(statement).hasMessageContaining("denied");
    }
    events(1);
    assertThat(verify().to()).isEqualTo(EVENTS + 1);
    assertThat(
            owner.run(
                "update audit_chain set purged_seq = 0 where organization_id = ?",
                UUID.fromString(organization)))
        .as("the owner's account may")
        .isEqualTo(1);
  }

  private void events(int count) {
    UUID id = UUID.fromString(organization);
    for (int i = 1; i <= count; i++) {
      trail.system(
          "test",
          id,
          () ->
              database.writing(
                  () -> {
                    trail.changed("thing", UUID.randomUUID(), "T-1", null, Digest.of(1));
                    trail.changed("thing", UUID.randomUUID(), null, Digest.of(1), Digest.of(2));
                    return null;
                  }));
    }
  }

  private void removeAll() {
    for (String table : List.of("audit_object", "audit_event", "audit_chain", "audit_head")) {
      owner.run(
          "delete from " + table + " where organization_id = ?", UUID.fromString(organization));
    }
  }

  /** What the command says, of all trails. */
  private List<String> told(String... taken) {
    List<String> told = new ArrayList<>();
    TrailVerifier verifier = verifiers.get();
    List.of(taken).forEach(verifier::take);
    try {
      verifier.run(told::add);
    } catch (StartFailure findings) {
      // told
    }
    return told;
  }

  private Verification verify(String... taken) {
    return verification.verify(UUID.fromString(organization), List.of(taken), null, Long.MAX_VALUE);
  }

  private void alter(String change, long seq) {
    assertThat(
            owner.run(
                "update audit_event set " + change + " where organization_id = ? and seq = ?",
                UUID.fromString(organization),
                seq))
        .isEqualTo(1);
  }

  private void renumber(String table, long from, long to) {
    owner.run(
        "update " + table + " set seq = ? where organization_id = ? and seq = ?",
        to,
        UUID.fromString(organization),
        from);
  }

  private void copy(long from, long to) {
    owner.run(
        """
        insert into audit_event (organization_id, seq, occurred_at, operation, outcome, actor_kind, roles, object_count,
          objects_sha256, key_version, mac)
        select organization_id, ?, occurred_at, operation, outcome, actor_kind, roles, 0, objects_sha256, key_version, mac
        from audit_event where organization_id = ? and seq = ?
        """,
        to,
        UUID.fromString(organization),
        from);
  }

  private void cutFrom(long seq) {
    owner.run(
        "delete from audit_object where organization_id = ? and seq >= ?",
        UUID.fromString(organization),
        seq);
    owner.run(
        "delete from audit_event where organization_id = ? and seq >= ?",
        UUID.fromString(organization),
        seq);
  }

  /** As an attacker does who knows how the trail works. */
  private void mendTheEnd() {
    owner.run(
        """
        update audit_chain c
        join (select organization_id, max(seq) as seq from audit_event where organization_id = ? group by organization_id) t
          on t.organization_id = c.organization_id
        join audit_event e on e.organization_id = t.organization_id and e.seq = t.seq
        set c.last_seq = e.seq, c.last_mac = e.mac
        """,
        UUID.fromString(organization));
  }
}
