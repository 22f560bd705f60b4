package app.upline.agency.web;

import app.upline.agency.CarrierPolicy;
import app.upline.agency.MonthDue;
import app.upline.agency.PolicyDraft;
import app.upline.agency.ReportingPolicy;
import app.upline.api.model.CarrierPolicyDto;
import app.upline.api.model.MonthDueDto;
import app.upline.api.model.ReportingPolicyDraftDto;
import app.upline.api.model.ReportingPolicyDto;
import app.upline.api.model.ReportingPolicyPreviewDraftDto;
import app.upline.api.model.ReportingPolicyPreviewDto;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies as the contract shows them. */
final class PolicyModels {

  private PolicyModels() {}

  static ReportingPolicyDto policy(ReportingPolicy policy) {
    return new ReportingPolicyDto()
        .effectiveFrom(policy.effectiveFrom())
        .incidentDueDay(policy.incidentDueDay())
        .nilIncidentReportWanted(policy.nilIncidentReportWanted())
        .relationshipNotice(AgencyCodes.NOTICES.toContract(policy.relationshipNotice()))
        .relationshipNoticeDays(policy.relationshipNoticeDays())
        .noRelationshipsDeclarationWanted(policy.noRelationshipsDeclarationWanted())
        .graceDays(policy.graceDays())
        .reminderDays(policy.reminderDays())
        .mailbox(policy.mailbox())
        .attestationVersion(policy.attestationVersion())
        .attestationWording(policy.attestationWording());
  }

  static CarrierPolicyDto shown(CarrierPolicy one) {
    return new CarrierPolicyDto()
        .policy(policy(one.policy()))
        .standing(AgencyCodes.STANDINGS.toContract(one.standing()))
        .timeZone(one.timeZone().getId())
        .announcedAt(time(one.announcedAt()))
        .announcedBy(one.announcedBy());
  }

  static PolicyDraft draft(ReportingPolicyDraftDto draft) {
    return new PolicyDraft(
        draft.getEffectiveFrom(),
        draft.getIncidentDueDay(),
        draft.getNilIncidentReportWanted(),
        AgencyCodes.NOTICES.toDomainOrNull(draft.getRelationshipNotice()),
        draft.getRelationshipNoticeDays(),
        draft.getNoRelationshipsDeclarationWanted(),
        draft.getGraceDays(),
        draft.getReminderDays(),
        draft.getMailbox(),
        draft.getAttestationVersion(),
        draft.getAttestationWording());
  }

  /** Of the rest of a policy a preview asks nothing. */
  static PolicyDraft draft(ReportingPolicyPreviewDraftDto draft) {
    return new PolicyDraft(
        draft.getEffectiveFrom(),
        draft.getIncidentDueDay(),
        null,
        null,
        null,
        null,
        draft.getGraceDays(),
        null,
        null,
        null,
        null);
  }

  static ReportingPolicyPreviewDto preview(List<MonthDue> months) {
    return new ReportingPolicyPreviewDto()
        .months(
            months.stream()
                .map(
                    month ->
                        new MonthDueDto()
                            .period(month.period().toString())
                            .dueDate(month.dueDate())
                            .graceEndsOn(month.graceEndsOn()))
                .toList());
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
