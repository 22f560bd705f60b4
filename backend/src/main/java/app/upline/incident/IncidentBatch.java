package app.upline.incident;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Origin;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many incidents at once, from another system: all of them, or none. */
@Singleton
public final class IncidentBatch {

  private final Database database;
  private final IncidentRows rows;
  private final IncidentWriter writer;
  private final IncidentChecks checks;
  private final CarrierDays days;
  private final SaveWarnings warnings;
  private final AgencyLock lock;

  IncidentBatch(
      Database database,
      IncidentRows rows,
      IncidentWriter writer,
      IncidentChecks checks,
      CarrierDays days,
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

  /** What a row did. */
  public enum Did {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /**
   * What came of a row.
   *
   * @param incident as it is now, or would be
   * @param written false for what a dry run took back
   */
  public record Row(Did did, Incident incident, boolean written, List<Fault> warnings) {}

  /** What came of a batch: a row for each of the request's, or faults and nothing written. */
  public record Result(List<Row> rows, List<Fault> faults, boolean misshapen) {

    public int count(Did did) {
      return (int) rows.stream().filter(row -> row.did() == did).count();
    }
  }

  /**
   * Applies rows of the contract's shape in one transaction.
   *
   * @param write false to do the same and take it back
   */
  public Result apply(CurrentUser user, List<JsonNode> items, boolean write) {
    return database.writingUnless(
        result -> !write || !result.faults().isEmpty(),
        () -> {
          lock.hold(user.agencyId());
          BatchRun run = BatchRun.of(rows, user.agencyId(), items);
          run.check(days.of(user.agencyId()), writer::newId);
          Map<UUID, List<Fault>> refused = checks.beforeWriting(user, run.changes());
          refused.forEach((id, faults) -> faults.forEach(fault -> run.fault(id, fault)));
          return run.faults().isEmpty()
              ? written(user, run, write)
              : new Result(List.of(), run.faults(), run.isMisshapen());
        });
  }

  private Result written(CurrentUser user, BatchRun run, boolean write) {
    List<Incident> all = new ArrayList<>(writer.write(user, Origin.API, run.changes()));
    all.addAll(run.unchanged());
    Map<UUID, Incident> byId =
        all.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
    Map<UUID, List<Fault>> toSay = warnings.about(user.agencyId(), all);
    List<Row> answer =
        run.entries().stream()
            .map(entry -> new Row(entry.did(), byId.get(entry.id()), write, toSay.get(entry.id())))
            .toList();
    return new Result(answer, List.of(), false);
  }
}
