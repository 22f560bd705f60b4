package app.upline.relationship;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.Origin;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.BulkOutcome;
import app.upline.sheet.BulkRun;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Many rows at once, by the same rules as one: all of them, or those without fault, or none. */
@Singleton
public final class RelationshipBulk implements BulkApplier<RelationshipEntry> {

  private final Database database;
  private final RelationshipRows rows;
  private final RegisterWriter writer;
  private final RegisterChecks checks;
  private final Duplicates duplicates;
  private final ChainWarnings chain;
  private final AgencyLock lock;
  private final Clock clock;

  RelationshipBulk(
      Database database,
      RelationshipRows rows,
      RegisterWriter writer,
      RegisterChecks checks,
      Duplicates duplicates,
      ChainWarnings chain,
      AgencyLock lock,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.duplicates = duplicates;
    this.chain = chain;
    this.lock = lock;
    this.clock = clock;
  }

  @Override
  public BulkOutcome apply(
      CurrentUser user,
      List<RelationshipEntry> entries,
      BulkOptions options,
      Consumer<BulkOutcome> beforeCommit) {
    return BulkOutcome.of(
        entries, options, (some, last) -> attempt(user, some, options, last), beforeCommit);
  }

  private BulkOutcome attempt(
      CurrentUser user,
      List<RelationshipEntry> entries,
      BulkOptions options,
      Consumer<BulkOutcome> beforeCommit) {
    return database.writingUnless(
        outcome -> !outcome.written(),
        () -> {
          lock.hold(user.agencyId());
          RegisterMatching matching =
              RegisterMatching.of(rows, duplicates, user.agencyId(), entries, LocalDate.now(clock));
          var run = new BulkRun<>(matching, options, writer::newId);
          run.take(entries);
          write(user, run, options.write());
          warn(user.agencyId(), run);
          return run.outcome(beforeCommit);
        });
  }

  private void write(
      CurrentUser user,
      BulkRun<?, RelationshipDetails, Relationship> run,
      boolean keepsWhatIsWritten) {
    List<Change<Relationship, RelationshipDetails>> changes = run.changes();
    Map<UUID, List<Fault>> faults = checks.beforeWriting(user.agencyId(), changes);
    faults.forEach((id, found) -> found.forEach(fault -> run.fault(id, fault)));
    // With faults before writing the database itself might refuse a row; there is nothing to gain
    // by trying. What would be taken back is written only where the check of chains needs it:
    // twenty
    // thousand rows and back hold the agency's lock for long.
    boolean kept = keepsWhatIsWritten && run.isFaultless();
    if (faults.isEmpty() && !changes.isEmpty() && (kept || checks.lookAtWhatIsWritten(changes))) {
      writer.write(user, Origin.WORKBOOK, changes);
      checks.afterWriting(changes).forEach(run::fault);
    }
  }

  /** The same for what is only tried, which is why the changes count and not what was written. */
  private void warn(UUID agencyId, BulkRun<?, RelationshipDetails, Relationship> run) {
    Map<UUID, RelationshipDetails> saved = new HashMap<>();
    run.changes().forEach(change -> saved.put(change.id(), change.details()));
    chain
        .of(agencyId, saved)
        .forEach((id, found) -> found.forEach(warning -> run.warn(id, warning)));
  }
}
