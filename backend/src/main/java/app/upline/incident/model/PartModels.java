package app.upline.incident.model;

import app.upline.api.model.AttachmentKind;
import app.upline.api.model.DisciplineStatus;
import app.upline.api.model.DisciplineTakenBy;
import app.upline.api.model.DisciplineType;
import app.upline.api.model.IncidentPlan;
import app.upline.api.model.IncidentSubject;
import app.upline.api.model.InvestigationOutcome;
import app.upline.api.model.InvestigationStatus;
import app.upline.api.model.RootCause;
import app.upline.api.model.SubjectType;
import app.upline.incident.Attachment;
import app.upline.incident.DisciplinaryAction;
import app.upline.incident.Evidence;
import app.upline.incident.Investigation;
import app.upline.incident.Plan;
import app.upline.incident.Retraining;
import app.upline.incident.Subject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The contract's form of an incident's parts; a part that says nothing is left out. */
final class PartModels {

  private PartModels() {}

  static IncidentSubject subject(Subject subject) {
    return new IncidentSubject()
        .type(SubjectType.fromValue(subject.type().name()))
        .name(subject.name())
        .npn(subject.npn())
        .relationshipId(subject.relationshipId());
  }

  static @Nullable IncidentPlan plan(Plan plan) {
    return plan.isEmpty()
        ? null
        : new IncidentPlan()
            .contractNumber(plan.contractNumber())
            .pbp(plan.pbp())
            .year(plan.year());
  }

  static app.upline.api.model.Investigation investigation(Investigation investigation) {
    return new app.upline.api.model.Investigation()
        .status(InvestigationStatus.fromValue(investigation.status().name()))
        .outcome(InvestigationOutcome.fromValue(investigation.outcome().name()))
        .startDate(investigation.startDate())
        .endDate(investigation.endDate())
        .rootCause(IncidentModel.code(investigation.rootCause(), RootCause::fromValue));
  }

  static app.upline.api.model.@Nullable Evidence evidence(Evidence evidence) {
    return evidence.isEmpty()
        ? null
        : new app.upline.api.model.Evidence()
            .recordingReference(evidence.recordingReference())
            .consentCertificateReference(evidence.consentCertificateReference())
            .documentReferences(evidence.documentReferences());
  }

  static app.upline.api.model.Attachment attachment(Attachment attachment) {
    return new app.upline.api.model.Attachment()
        .id(attachment.id())
        .kind(AttachmentKind.fromValue(attachment.kind().name()))
        .note(attachment.note())
        .mediaType(attachment.mediaType())
        .bytes(attachment.bytes())
        .sha256(attachment.sha256());
  }

  static app.upline.api.model.DisciplinaryAction action(DisciplinaryAction action) {
    return new app.upline.api.model.DisciplinaryAction()
        .id(action.id())
        .type(DisciplineType.fromValue(action.type().name()))
        .explanation(action.explanation())
        .takenBy(DisciplineTakenBy.fromValue(action.takenBy().name()))
        .decisionDate(action.decisionDate())
        .effectiveDate(action.effectiveDate())
        .endDate(action.endDate())
        .forCause(action.forCause())
        .retraining(retraining(action.retraining()))
        .amountWithheld(amount(action.amountWithheld()))
        .amountChargedBack(amount(action.amountChargedBack()))
        .status(DisciplineStatus.fromValue(action.status().name()));
  }

  private static app.upline.api.model.@Nullable Retraining retraining(Retraining retraining) {
    return retraining.isEmpty()
        ? null
        : new app.upline.api.model.Retraining()
            .course(retraining.course())
            .dueDate(retraining.dueDate())
            .completedDate(retraining.completedDate());
  }

  private static @Nullable String amount(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
