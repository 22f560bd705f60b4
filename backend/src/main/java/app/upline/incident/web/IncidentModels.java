package app.upline.incident.web;

import app.upline.agency.Due;
import app.upline.api.model.BatchMode;
import app.upline.api.model.DerivedOfIncident;
import app.upline.api.model.Incident;
import app.upline.api.model.IncidentBatchResult;
import app.upline.api.model.IncidentBatchRow;
import app.upline.api.model.IncidentRevision;
import app.upline.api.model.IncidentWarning;
import app.upline.api.model.RevisionOrigin;
import app.upline.api.model.RowOutcome;
import app.upline.api.model.Severity;
import app.upline.incident.DatedIncident;
import app.upline.incident.IncidentBatch;
import app.upline.incident.SavedIncident;
import app.upline.incident.SeverityDefaults;
import app.upline.incident.Standing;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.validation.Fault;
import app.upline.record.Revision;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** The contract's form of what this room shows. */
final class IncidentModels {

  private IncidentModels() {}

  static Incident incident(DatedIncident dated) {
    return IncidentModel.of(dated.incident()).derived(derived(dated));
  }

  static Incident saved(SavedIncident saved) {
    return incident(saved.incident())
        .warnings(warnings(saved.warnings()))
        .possibleDuplicates(saved.possibleDuplicates().stream().map(IncidentModel::link).toList());
  }

  static IncidentRevision revision(Revision<app.upline.incident.Incident> revision) {
    return new IncidentRevision()
        .revision(revision.record().revision())
        .changedAt(revision.record().changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(revision.changedBy())
        .origin(RevisionOrigin.valueOf(revision.origin().name()))
        .incident(IncidentModel.of(revision.record()));
  }

  static IncidentBatchResult batch(IncidentBatch.Result result, BatchMode mode) {
    List<IncidentBatch.Row> rows = result.rows();
    return new IncidentBatchResult()
        .mode(mode)
        .created(result.count(IncidentBatch.Did.CREATED))
        .changed(result.count(IncidentBatch.Did.CHANGED))
        .unchanged(result.count(IncidentBatch.Did.UNCHANGED))
        .rows(IntStream.range(0, rows.size()).mapToObj(i -> row(i, rows.get(i))).toList());
  }

  /** What a dry run would create has no name that lasts. */
  private static IncidentBatchRow row(int index, IncidentBatch.Row row) {
    boolean lasts = row.written() || row.did() != IncidentBatch.Did.CREATED;
    return new IncidentBatchRow()
        .index(index)
        .outcome(RowOutcome.valueOf(row.did().name()))
        .id(lasts ? row.incident().id() : null)
        .reference(lasts ? row.incident().reference() : null)
        .warnings(warnings(row.warnings()));
  }

  private static DerivedOfIncident derived(DatedIncident dated) {
    Due due = dated.due();
    Standing standing = dated.standing();
    return new DerivedOfIncident()
        .period(due.period().toString())
        .dueDate(due.dueDate())
        .dueAt(due.dueAt().atOffset(ZoneOffset.UTC))
        .graceEndsOn(due.graceEndsOn())
        .severityDefault(
            Severity.fromValue(SeverityDefaults.of(dated.incident().details().categories()).name()))
        .repeat(standing.repeated())
        .firstSubmittedAt(
            standing.firstSubmittedAt() == null
                ? null
                : standing.firstSubmittedAt().atOffset(ZoneOffset.UTC))
        .late(standing.late())
        .daysToReport(dated.daysToReport());
  }

  private static List<IncidentWarning> warnings(List<Fault> warnings) {
    return warnings.stream()
        .map(
            warning ->
                new IncidentWarning()
                    .pointer(warning.pointer())
                    .code(warning.code())
                    .message(warning.message()))
        .toList();
  }
}
