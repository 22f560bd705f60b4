package app.upline.incident.web;

import app.upline.agency.Due;
import app.upline.api.model.DerivedOfIncidentDto;
import app.upline.api.model.IncidentDto;
import app.upline.api.model.IncidentRevisionDto;
import app.upline.incident.Incident;
import app.upline.incident.IncidentDerivedState;
import app.upline.incident.IncidentView;
import app.upline.incident.SavedIncident;
import app.upline.incident.SeverityDefaults;
import app.upline.incident.model.IncidentCodes;
import app.upline.incident.model.IncidentModel;
import app.upline.record.Revision;
import app.upline.record.web.BatchModels;
import app.upline.relationship.model.RelationshipCodes;
import java.time.ZoneOffset;

/** The contracts form of what this room shows. */
final class IncidentModels {

  private IncidentModels() {}

  static IncidentDto incident(IncidentView dated) {
    return IncidentModel.of(dated.incident()).derived(derived(dated));
  }

  static IncidentDto saved(SavedIncident saved) {
    return incident(saved.incident())
        .warnings(BatchModels.warnings(saved.warnings()))
        .possibleDuplicates(saved.possibleDuplicates().stream().map(IncidentModel::link).toList());
  }

  static IncidentRevisionDto revision(Revision<Incident> revision) {
    return new IncidentRevisionDto()
        .revision(revision.record().revision())
        .changedAt(revision.record().changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(revision.changedBy())
        .origin(RelationshipCodes.ORIGINS.toContract(revision.origin()))
        .incident(IncidentModel.of(revision.record()));
  }

  private static DerivedOfIncidentDto derived(IncidentView dated) {
    Due due = dated.due();
    IncidentDerivedState standing = dated.standing();
    return new DerivedOfIncidentDto()
        .period(due.period().toString())
        .dueDate(due.dueDate())
        .dueAt(due.dueAt().atOffset(ZoneOffset.UTC))
        .graceEndsOn(due.graceEndsOn())
        .severityDefault(
            IncidentCodes.SEVERITIES.toContract(
                SeverityDefaults.of(dated.incident().details().categories())))
        .repeat(standing.repeated())
        .firstSubmittedAt(
            standing.firstSubmittedAt() == null
                ? null
                : standing.firstSubmittedAt().atOffset(ZoneOffset.UTC))
        .late(standing.late())
        .daysToReport(dated.daysToReport());
  }
}
