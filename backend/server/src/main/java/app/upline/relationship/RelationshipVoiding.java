package app.upline.relationship;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.HoldingCarriers;
import app.upline.record.Origin;
import app.upline.record.RecordContent;
import app.upline.record.Voiding;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relationship that never was, recorded by mistake: carriers that hold it are owed that word, any
 * other is owed nothing. One that came to its end has ended and is not voided.
 */
@Singleton
public final class RelationshipVoiding {

  private final Database database;
  private final RelationshipRows rows;
  private final RegisterWriter writer;
  private final RegisterChecks checks;
  private final UplineChain chain;
  private final RecordContent<RelationshipDetails> content;
  private final HoldingCarriers holding;
  private final SaveWarnings warnings;
  private final AgencyLock lock;

  RelationshipVoiding(
      Database database,
      RelationshipRows rows,
      RegisterWriter writer,
      RegisterChecks checks,
      UplineChain chain,
      RecordContent<RelationshipDetails> content,
      HoldingCarriers holding,
      SaveWarnings warnings,
      AgencyLock lock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.chain = chain;
    this.content = content;
    this.holding = holding;
    this.warnings = warnings;
    this.lock = lock;
  }

  /** Voids one that stands, and of which none is downstream that does. */
  public Outcome<SavedRelationship> voidRelationship(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable String reason) {
    String why = Voiding.tidy(reason);
    return changing(
        user,
        id,
        expected,
        before -> {
          Optional<Fault> fault = Voiding.fault(why);
          if (fault.isPresent()) {
            return Outcome.invalid(List.of(fault.get()));
          }
          if (before.details().isVoided()) {
            return Outcome.wrongState(before.reference() + " is voided already.");
          }
          List<String> beneath = chain.standingBeneath(user.agencyId(), id);
          return beneath.isEmpty()
              ? write(user, before, why)
              : Outcome.wrongState(
                  "%s is upstream of %s. Void these first, or give them another upstream."
                      .formatted(before.reference(), String.join(", ", beneath)));
        });
  }

  /** Takes a voiding back: the relationship says what it said before. */
  public Outcome<SavedRelationship> restore(CurrentUser user, UUID id, ExpectedVersion expected) {
    return changing(
        user,
        id,
        expected,
        before -> {
          if (!before.details().isVoided()) {
            return Outcome.wrongState(before.reference() + " is not voided.");
          }
          UUID upstream = before.details().upstreamId();
          if (upstream != null && chain.standing(user.agencyId(), Set.of(upstream)).isEmpty()) {
            return Outcome.wrongState(
                "What is upstream of %s is voided. Restore that first."
                    .formatted(before.reference()));
          }
          List<Fault> faults = faultsOfRestoring(user, before);
          return faults.isEmpty() ? write(user, before, null) : Outcome.invalid(faults);
        });
  }

  /** Its own reference may be another's by now. */
  private List<Fault> faultsOfRestoring(CurrentUser user, Relationship before) {
    return checks
        .beforeWriting(
            user.agencyId(),
            List.of(new Change<>(before.id(), before, before.details().voided(null))))
        .getOrDefault(before.id(), List.of());
  }

  private Outcome<SavedRelationship> write(
      CurrentUser user, Relationship before, @Nullable String reason) {
    Map<UUID, String> holders = holding.ofRelationship(user.agencyId(), before.id());
    Change<Relationship, RelationshipDetails> change =
        new Change<>(before.id(), before, before.details().voided(reason));
    Relationship written = writer.write(user, Origin.API, List.of(change)).getFirst();
    String digest = content.digest(written.details());
    writer.owedOnlyTo(
        written,
        carrier ->
            written.details().isVoided()
                ? holders.containsKey(carrier)
                : !digest.equals(holders.get(carrier)));
    return Outcome.done(warnings.of(written));
  }

  private Outcome<SavedRelationship> changing(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<Relationship, Outcome<SavedRelationship>> change) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.agencyId());
          Optional<Relationship> before = rows.find(user.agencyId(), id);
          return before.isEmpty()
              ? Outcome.notFound("relationship")
              : expected.ifCurrent(before.get().revision(), () -> change.apply(before.get()));
        });
  }
}
