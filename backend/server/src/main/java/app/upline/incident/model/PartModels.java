package app.upline.incident.model;

import app.upline.api.model.AttachmentDto;
import app.upline.api.model.DisciplinaryActionDto;
import app.upline.api.model.EvidenceDto;
import app.upline.api.model.IncidentSubjectDto;
import app.upline.api.model.InvestigationDto;
import app.upline.api.model.MedicarePlanDto;
import app.upline.api.model.RetrainingDto;
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

  static IncidentSubjectDto subject(Subject subject) {
    return new IncidentSubjectDto()
        .type(IncidentCodes.SUBJECT_TYPES.toContract(subject.type()))
        .name(subject.name())
        .npn(subject.npn())
        .relationshipId(subject.relationshipId());
  }

  static @Nullable MedicarePlanDto plan(Plan plan) {
    return plan.isEmpty()
        ? null
        : new MedicarePlanDto()
            .contractNumber(plan.contractNumber())
            .pbp(plan.pbp())
            .year(plan.year());
  }

  static InvestigationDto investigation(Investigation investigation) {
    return new InvestigationDto()
        .status(IncidentCodes.INVESTIGATION_STATUSES.toContract(investigation.status()))
        .outcome(IncidentCodes.INVESTIGATION_OUTCOMES.toContract(investigation.outcome()))
        .startDate(investigation.startDate())
        .endDate(investigation.endDate())
        .rootCause(IncidentCodes.ROOT_CAUSES.toContractOrNull(investigation.rootCause()));
  }

  static @Nullable EvidenceDto evidence(Evidence evidence) {
    return evidence.isEmpty()
        ? null
        : new EvidenceDto()
            .recordingReference(evidence.recordingReference())
            .consentCertificateReference(evidence.consentCertificateReference())
            .documentReferences(evidence.documentReferences());
  }

  static AttachmentDto attachment(Attachment attachment) {
    return new AttachmentDto()
        .id(attachment.id())
        .kind(IncidentCodes.ATTACHMENT_KINDS.toContract(attachment.kind()))
        .note(attachment.note())
        .mediaType(attachment.mediaType())
        .bytes(attachment.bytes())
        .sha256(attachment.sha256());
  }

  static DisciplinaryActionDto action(DisciplinaryAction action) {
    return new DisciplinaryActionDto()
        .id(action.id())
        .type(IncidentCodes.DISCIPLINE_TYPES.toContract(action.type()))
        .explanation(action.explanation())
        .takenBy(IncidentCodes.DISCIPLINE_TAKERS.toContract(action.takenBy()))
        .decisionDate(action.decisionDate())
        .effectiveDate(action.effectiveDate())
        .endDate(action.endDate())
        .forCause(action.forCause())
        .retraining(retraining(action.retraining()))
        .amountWithheld(amount(action.amountWithheld()))
        .amountChargedBack(amount(action.amountChargedBack()))
        .status(IncidentCodes.DISCIPLINE_STATUSES.toContract(action.status()));
  }

  private static @Nullable RetrainingDto retraining(Retraining retraining) {
    return retraining.isEmpty()
        ? null
        : new RetrainingDto()
            .course(retraining.course())
            .dueDate(retraining.dueDate())
            .completedDate(retraining.completedDate());
  }

  private static @Nullable String amount(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }
}
