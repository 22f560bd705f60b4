package app.upline.agency.web;

import app.upline.agency.CarrierPolicy;
import app.upline.agency.PolicyDraft;
import app.upline.agency.ReportingPolicy;
import app.upline.api.model.NoticePolicy;
import app.upline.api.model.PolicyStanding;
import app.upline.api.model.ReportingPolicyDraft;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Policies as the contract shows them. */
final class PolicyModels {

  private PolicyModels() {}

  static app.upline.api.model.ReportingPolicy policy(ReportingPolicy policy) {
    return new app.upline.api.model.ReportingPolicy()
        .effectiveFrom(policy.effectiveFrom())
        .incidentDueDay(policy.incidentDueDay())
        .nilIncidentReportWanted(policy.nilIncidentReportWanted())
        .relationshipNotice(NoticePolicy.valueOf(policy.relationshipNotice().name()))
        .relationshipNoticeDays(policy.relationshipNoticeDays())
        .noRelationshipsDeclarationWanted(policy.noRelationshipsDeclarationWanted())
        .graceDays(policy.graceDays())
        .reminderDays(policy.reminderDays())
        .mailbox(policy.mailbox())
        .attestationVersion(policy.attestationVersion())
        .attestationWording(policy.attestationWording());
  }

  static app.upline.api.model.CarrierPolicy shown(CarrierPolicy one) {
    return new app.upline.api.model.CarrierPolicy()
        .policy(policy(one.policy()))
        .standing(PolicyStanding.valueOf(one.standing().name()))
        .timeZone(one.timeZone().getId())
        .announcedAt(time(one.announcedAt()))
        .announcedBy(one.announcedBy());
  }

  static PolicyDraft draft(ReportingPolicyDraft draft) {
    return new PolicyDraft(
        draft.getEffectiveFrom(),
        draft.getIncidentDueDay(),
        draft.getNilIncidentReportWanted(),
        draft.getRelationshipNotice() == null
            ? null
            : ReportingPolicy.Notice.valueOf(draft.getRelationshipNotice().name()),
        draft.getRelationshipNoticeDays(),
        draft.getNoRelationshipsDeclarationWanted(),
        draft.getGraceDays(),
        draft.getReminderDays(),
        draft.getMailbox(),
        draft.getAttestationVersion(),
        draft.getAttestationWording());
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
