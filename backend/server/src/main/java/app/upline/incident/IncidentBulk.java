package app.upline.incident;

import app.upline.agency.AgencyLock;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Origin;
import app.upline.relationship.RegisterReferences;
import app.upline.sheet.BulkApplier;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.BulkOutcome;
import app.upline.sheet.BulkRun;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Many rows at once, by the same rules as one: all of them, or those without fault, or none. */
@Singleton
public final class IncidentBulk {

  private final Database database;
  private final IncidentRows rows;
  private final IncidentWriter writer;
  private final IncidentChecks checks;
  private final CarrierDueDays days;
  private final Directory directory;
  private final RegisterReferences register;
  private final SaveWarnings warnings;
  private final AgencyLock lock;

  IncidentBulk(
      Database database,
      IncidentRows rows,
      IncidentWriter writer,
      IncidentChecks checks,
      CarrierDueDays days,
      Directory directory,
      RegisterReferences register,
      SaveWarnings warnings,
      AgencyLock lock) {
    this.database = database;
    this.rows = rows;
    this.writer = writer;
    this.checks = checks;
    this.days = days;
    this.directory = directory;
    this.register = register;
    this.warnings = warnings;
    this.lock = lock;
  }

  /**
   * Applies sheets.
   *
   * @param carrierId the carrier of new incidents whose row names none; not needed by an agency of
   *     one carrier
   */
  public BulkApplier<IncidentRow> forCarrier(@Nullable UUID carrierId) {
    return (user, sheet, options, beforeCommit) ->
        BulkOutcome.of(
            IncidentEntry.of(sheet),
            options,
            (entries, last) -> attempt(user, entries, options, carrierId, last),
            beforeCommit);
  }

  private BulkOutcome attempt(
      CurrentUser user,
      List<IncidentEntry> entries,
      BulkOptions options,
      @Nullable UUID carrierId,
      Consumer<BulkOutcome> beforeCommit) {
    return database.writingUnless(
        outcome -> !outcome.written(),
        () -> {
          lock.hold(user.agencyId());
          IncidentMatching matching =
              IncidentMatching.of(
                  rows,
                  user.agencyId(),
                  entries,
                  names(user, entries, carrierId),
                  days.of(user.agencyId()),
                  writer::newId);
          var run = new BulkRun<>(matching, options, writer::newId);
          run.take(entries);
          write(user, run);
          return run.outcome(beforeCommit);
        });
  }

  private SheetNames names(
      CurrentUser user, List<IncidentEntry> entries, @Nullable UUID carrierId) {
    Set<String> subcontractors =
        entries.stream()
            .map(entry -> entry.head().subcontractor())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return SheetNames.of(
        directory.carriers(user), carrierId, register.byAnyReference(user, subcontractors));
  }

  private void write(CurrentUser user, BulkRun<?, IncidentDetails, Incident> run) {
    Map<UUID, List<Fault>> faults = checks.beforeWriting(user, run.changes());
    faults.forEach((id, found) -> found.forEach(fault -> run.fault(id, fault)));
    // With faults before writing the database itself might refuse a row; there is nothing to gain
    // by trying.
    if (faults.isEmpty() && !run.changes().isEmpty()) {
      List<Incident> written = writer.write(user, Origin.WORKBOOK, run.changes());
      warnings
          .ofContent(written)
          .forEach((id, found) -> found.forEach(warning -> run.warn(id, warning)));
    }
  }
}
