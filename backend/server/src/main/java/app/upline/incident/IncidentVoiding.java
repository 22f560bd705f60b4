package app.upline.incident;

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
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An incident that was recorded by mistake counts nowhere from then on: a carrier that holds it is
 * owed that word, any other is owed nothing. One that was investigated and found to be unfounded,
 * or withdrawn by the complainant, is reported and never voided.
 */
@Singleton
public final class IncidentVoiding {

  private final Database database;
  private final IncidentRows rows;
  private final IncidentWriter writer;
  private final IncidentChecks checks;
  private final RecordContent<IncidentDetails> content;
  private final DueDates dueDates;
  private final SaveWarnings warnings;
  private final HoldingCarriers holding;
  private final AgencyLock lock;

  IncidentVoiding(
      Database database,
      IncidentRows rows,
      IncidentWriter writer,
      IncidentChecks checks,
      RecordContent<IncidentDetails> content,
      DueDates dueDates,
      SaveWarnings warnings,
      HoldingCarriers holding,
      AgencyLock lock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.content = content;
    this.dueDates = dueDates;
    this.warnings = warnings;
    this.holding = holding;
    this.lock = lock;
  }

  /** Voids one that stands. */
  public Outcome<SavedIncident> voidIncident(
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
          return before.details().isVoided()
              ? Outcome.wrongState(before.reference() + " is voided already.")
              : write(user, before, why, List.of());
        });
  }

  /** Takes a voiding back: the incident says what it said before. */
  public Outcome<SavedIncident> restore(CurrentUser user, UUID id, ExpectedVersion expected) {
    return changing(
        user,
        id,
        expected,
        before ->
            before.details().isVoided()
                ? write(user, before, null, faultsOfRestoring(user, before))
                : Outcome.wrongState(before.reference() + " is not voided."));
  }

  /** Its own reference may be another's by now. */
  private List<Fault> faultsOfRestoring(CurrentUser user, Incident before) {
    return checks
        .beforeWriting(
            user, List.of(new Change<>(before.id(), before, before.details().voided(null))))
        .getOrDefault(before.id(), List.of());
  }

  private Outcome<SavedIncident> write(
      CurrentUser user, Incident before, @Nullable String reason, List<Fault> faults) {
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    Map<UUID, String> holders = holding.ofIncident(user.agencyId(), before.id());
    Change<Incident, IncidentDetails> change =
        new Change<>(before.id(), before, before.details().voided(reason));
    Incident written = writer.write(user, Origin.API, List.of(change)).getFirst();
    String held = holders.get(written.details().carrierId());
    boolean owed =
        written.details().isVoided()
            ? held != null
            : !content.digest(written.details()).equals(held);
    if (!owed) {
      writer.owedToNobody(written);
    }
    return Outcome.done(
        warnings.about(dueDates.of(rows.find(user.agencyId(), before.id()).orElseThrow())));
  }

  private Outcome<SavedIncident> changing(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<Incident, Outcome<SavedIncident>> change) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.agencyId());
          Optional<RecordedIncident> before = rows.find(user.agencyId(), id);
          return before.isEmpty()
              ? Outcome.notFound("incident")
              : expected.ifCurrent(
                  before.get().standing().version(), () -> change.apply(before.get().incident()));
        });
  }
}
