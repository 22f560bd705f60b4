package app.upline.relationship;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.Origin;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Many rows at once, by the same rules as one: all of them, or those without fault, or none. */
@Singleton
public final class RelationshipBulk {

  private final Database database;
  private final RelationshipRows rows;
  private final RegisterWriter writer;
  private final RegisterChecks checks;
  private final AgencyLock lock;
  private final Clock clock;

  RelationshipBulk(
      Database database,
      RelationshipRows rows,
      RegisterWriter writer,
      RegisterChecks checks,
      AgencyLock lock,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.lock = lock;
    this.clock = clock;
  }

  /** Applies the rows in one transaction; a dry run does the same and takes it back. */
  public BulkOutcome apply(CurrentUser user, List<SheetEntry> entries, BulkOptions options) {
    BulkOutcome outcome = attempt(user, entries, options);
    if (!options.skipFaulty()) {
      return outcome;
    }
    // Leaving a row out can make another faulty that is beneath it, so look again until nothing new
    // is found.
    SortedMap<Integer, List<Fault>> faults = new TreeMap<>(outcome.faults());
    while (!outcome.faults().isEmpty()) {
      List<SheetEntry> sound =
          entries.stream().filter(entry -> !faults.containsKey(entry.row())).toList();
      outcome = attempt(user, sound, options);
      faults.putAll(outcome.faults());
    }
    return new BulkOutcome(
        outcome.created(), outcome.changed(), outcome.unchanged(), faults, outcome.written());
  }

  private BulkOutcome attempt(CurrentUser user, List<SheetEntry> entries, BulkOptions options) {
    return database.writingUnless(
        outcome -> !outcome.written(),
        () -> {
          lock.hold(user.agencyId());
          Matching matching = Matching.of(rows, user.agencyId(), entries);
          BulkRun run = new BulkRun(matching, options, LocalDate.now(clock), writer::newId);
          run.take(entries);
          write(user, run);
          return outcome(run, options);
        });
  }

  private void write(CurrentUser user, BulkRun run) {
    List<Change<Relationship, RelationshipDetails>> changes = run.changes();
    Map<UUID, List<Fault>> faults = checks.beforeWriting(user.agencyId(), changes);
    faults.forEach((id, found) -> found.forEach(fault -> run.fault(id, fault)));
    // With faults before writing the database itself might refuse a row; there is nothing to gain
    // by trying.
    if (faults.isEmpty() && !changes.isEmpty()) {
      writer.write(user, Origin.WORKBOOK, changes);
      checks.afterWriting(changes).forEach(run::fault);
    }
  }

  private static BulkOutcome outcome(BulkRun run, BulkOptions options) {
    int created = (int) run.changes().stream().filter(change -> change.before() == null).count();
    boolean written = options.write() && run.faults().isEmpty();
    return new BulkOutcome(
        created, run.changes().size() - created, run.unchanged(), run.faults(), written);
  }
}
