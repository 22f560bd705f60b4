package app.upline.relationship;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.BatchResult;
import app.upline.record.BatchRun;
import app.upline.record.Origin;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Many relationships at once, from another system: all of them, or none. */
@Singleton
public final class RelationshipBatch {

  /** The member of the request that lists the rows. */
  public static final String MEMBER = "relationships";

  private final Database database;
  private final RelationshipRows rows;
  private final RegisterWriter writer;
  private final RegisterChecks checks;
  private final SaveWarnings warnings;
  private final AgencyLock lock;
  private final Clock clock;

  RelationshipBatch(
      Database database,
      RelationshipRows rows,
      RegisterWriter writer,
      RegisterChecks checks,
      SaveWarnings warnings,
      AgencyLock lock,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.warnings = warnings;
    this.lock = lock;
    this.clock = clock;
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
          var kind =
              RelationshipBatchRows.of(
                  rows, user.agencyId(), items, LocalDate.now(clock), writer::newId);
          var run = BatchRun.of(kind, items);
          run.refuse(checks.beforeWriting(user.agencyId(), run.changes()));
          return run.faults().isEmpty() ? written(user, run, write) : run.refused();
        };
    return write ? database.writingUnless(Outcome::isRefused, work) : database.takingBack(work);
  }

  /** Whether a chain loops is seen when all of it is written. */
  private Outcome<BatchResult> written(
      CurrentUser user, BatchRun<Relationship, RelationshipDetails> run, boolean write) {
    List<Relationship> all = run.all(writer.write(user, Origin.API, run.changes()));
    Map<UUID, List<Fault>> loops = new HashMap<>();
    checks.afterWriting(run.changes()).forEach((id, loop) -> loops.put(id, List.of(loop)));
    run.refuse(loops);
    return loops.isEmpty()
        ? Outcome.done(
            run.result(
                all,
                write,
                write
                    ? warnings.of(user.agencyId(), all)
                    : warnings.ofDryRun(user.agencyId(), all, run.created())))
        : run.refused();
  }
}
