package app.upline.incident;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.record.BatchResult;
import app.upline.record.BatchRows;
import app.upline.record.BatchRun;
import app.upline.record.Origin;
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many incidents at once, from another system: all of them, or none. */
@Singleton
public final class IncidentBatch {

  /** The member of the request that lists the rows. */
  public static final String MEMBER = "incidents";

  private final Database database;
  private final IncidentRows rows;
  private final IncidentWriter writer;
  private final IncidentChecks checks;
  private final CarrierDueDays days;
  private final SaveWarnings warnings;
  private final AgencyLock lock;

  IncidentBatch(
      Database database,
      IncidentRows rows,
      IncidentWriter writer,
      IncidentChecks checks,
      CarrierDueDays days,
      SaveWarnings warnings,
      AgencyLock lock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.days = days;
    this.warnings = warnings;
    this.lock = lock;
  }

  /**
   * Applies rows of the contract's shape in one transaction.
   *
   * @param write false to do the same and take it back
   */
  public Outcome<BatchResult> apply(CurrentUser user, List<JsonNode> items, boolean write) {
    Supplier<Outcome<BatchResult>> work =
        () -> {
          lock.hold(user.agencyId());
          var run = BatchRun.of(new Rows(user.agencyId(), days.of(user.agencyId())), items);
          run.refuse(checks.beforeWriting(user, run.changes()));
          return run.faults().isEmpty() ? Outcome.done(written(user, run, write)) : run.refused();
        };
    return write ? database.writingUnless(Outcome::isRefused, work) : database.takingBack(work);
  }

  private BatchResult written(
      CurrentUser user, BatchRun<Incident, IncidentDetails> run, boolean write) {
    List<Incident> all = run.all(writer.write(user, Origin.API, run.changes()));
    return run.result(all, write, warnings.about(user.agencyId(), all));
  }

  /** The rows of one agency. */
  private final class Rows implements BatchRows<Incident, IncidentDetails> {
    private final UUID agencyId;
    private final CarrierDueDays.Days today;

    Rows(UUID agencyId, CarrierDueDays.Days today) {
      this.agencyId = agencyId;
      this.today = today;
    }

    @Override
    public String member() {
      return MEMBER;
    }

    @Override
    public String unknownReference() {
      return "Your agency has no incident of this reference; leave it out of a new one.";
    }

    @Override
    public String duplicateRow(int other) {
      return "Row " + other + " is about the same incident.";
    }

    @Override
    public Collection<Incident> byReference(Collection<String> references) {
      return incidents(rows.byReference(agencyId, references));
    }

    @Override
    public Collection<Incident> byOwnReference(Collection<String> references) {
      return incidents(rows.byOwnReference(agencyId, references));
    }

    private static List<Incident> incidents(List<RecordedIncident> recorded) {
      return recorded.stream().map(RecordedIncident::incident).toList();
    }

    @Override
    public @Nullable String ownReference(IncidentDetails details) {
      return details.ownReference();
    }

    @Override
    public UUID newId() {
      return writer.newId();
    }

    @Override
    public Read<IncidentDetails> read(
        @Nullable Incident before, JsonNode json, Function<String, Optional<UUID>> ofRow) {
      if (before != null && before.details().isVoided()) {
        return new Read<>(null, List.of(Voiding.refused(before)), false);
      }
      IncidentDraft draft =
          before == null ? IncidentForm.read(json) : IncidentForm.read(before.details(), json);
      today.requireContract(draft, before == null);
      IncidentDetails details =
          IncidentRules.check(
              draft, before == null ? null : before.details(), today.today(draft), writer::newId);
      return new Read<>(details, draft.faults(), draft.isMisshapen());
    }
  }
}
