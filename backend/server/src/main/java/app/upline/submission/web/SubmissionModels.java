package app.upline.submission.web;

import app.upline.api.model.AttestationDto;
import app.upline.api.model.ChangeCountsDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.ReceiptContentFormatDto;
import app.upline.api.model.ReceiptDto;
import app.upline.api.model.ReviewDecisionDto;
import app.upline.api.model.SubmissionActionDto;
import app.upline.api.model.SubmissionDto;
import app.upline.api.model.SubmissionItemDto;
import app.upline.api.model.SubmissionItemPageDto;
import app.upline.api.model.SubmissionRevisionDto;
import app.upline.api.model.SubmissionRevisionListDto;
import app.upline.api.model.UndoneAcknowledgementDto;
import app.upline.incident.Incident;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.relationship.Relationship;
import app.upline.relationship.model.RelationshipModel;
import app.upline.submission.Attestation;
import app.upline.submission.ChangeCounts;
import app.upline.submission.Decision;
import app.upline.submission.DisclosedRecord;
import app.upline.submission.OrganizationRef;
import app.upline.submission.Seal;
import app.upline.submission.Submission;
import app.upline.submission.SubmissionItem;
import app.upline.submission.SubmissionKind;
import app.upline.submission.SubmissionReading;
import app.upline.submission.SubmissionRevision;
import app.upline.submission.SubmissionView;
import app.upline.submission.Timeliness;
import app.upline.submission.UndoneAcknowledgement;
import app.upline.submission.model.SubmissionCodes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contract's form of what this room shows. */
final class SubmissionModels {

  private SubmissionModels() {}

  /**
   * @param possible what the caller can do next
   */
  static SubmissionDto submission(SubmissionView view, List<SubmissionActionDto> possible) {
    Submission s = view.submission();
    SubmissionDto model =
        new SubmissionDto()
            .id(s.id())
            .reference(s.reference())
            .kind(SubmissionCodes.KINDS.toContract(s.kind()))
            .period(month(s.period()))
            .nil(nil(s))
            .scope(SubmissionCodes.SCOPES.toContract(s.scope()))
            .status(SubmissionCodes.STATUSES.toContract(s.status()))
            .revision(s.revision())
            .carrier(name(s.carrier()))
            .agency(name(s.agency()))
            .counts(counts(view.revision().counts()))
            .outdatedItems(view.outdatedItems())
            .createdAt(time(s.createdAt()))
            .changedAt(time(s.changedAt()))
            .submittedAt(timeOrNull(s.submittedAt()))
            .decision(decision(view.decision()))
            .possibleActions(possible)
            .acknowledgementUndoableUntil(timeOrNull(s.undoableUntil()));
    Seal seal = view.revision().seal();
    return seal == null
        ? model
        : model
            .onTime(seal.onTime())
            .lateItems(seal.lateItems())
            .lateReason(seal.reasons().late())
            .freeTextReason(seal.reasons().freeText())
            .receiptNumber(seal.receiptNumber())
            .contentSha256(seal.contentSha256())
            .attestation(attestation(seal));
  }

  static SubmissionItemDto item(SubmissionItem item) {
    SubmissionItemDto model =
        new SubmissionItemDto()
            .changeType(SubmissionCodes.CHANGE_TYPES.toContract(item.changeType()))
            .previousRevision(item.previousRevision())
            .changedSinceReturn(item.changedSinceReturn())
            .late(item.late())
            .comparedRevision(item.comparedRevision())
            .differences(item.differences().stream().map(RelationshipModel::of).toList());
    return switch (item.disclosed()) {
      case DisclosedRecord.OfRelationship(Relationship relationship) ->
          model.relationship(RelationshipModel.of(relationship));
      case DisclosedRecord.OfIncident(Incident incident) ->
          standing(model, Objects.requireNonNull(item.timeliness()))
              .incident(IncidentModel.of(incident));
    };
  }

  private static SubmissionItemDto standing(SubmissionItemDto model, Timeliness timeliness) {
    return model
        .late(timeliness.late())
        .amended(timeliness.amended())
        .dueDate(timeliness.dueDate())
        .daysToReport(timeliness.daysToReport());
  }

  static SubmissionRevisionDto revision(SubmissionRevision revision) {
    Seal seal = Objects.requireNonNull(revision.seal());
    return new SubmissionRevisionDto()
        .revision(revision.revision())
        .counts(counts(revision.counts()))
        .submittedAt(time(seal.submittedAt()))
        .lateItems(seal.lateItems())
        .lateReason(seal.reasons().late())
        .freeTextReason(seal.reasons().freeText())
        .receiptNumber(seal.receiptNumber())
        .contentSha256(seal.contentSha256())
        .attestation(attestation(seal))
        .decision(decision(revision.decision()))
        .undoneAcknowledgements(revision.undone().stream().map(SubmissionModels::undone).toList());
  }

  private static UndoneAcknowledgementDto undone(UndoneAcknowledgement undone) {
    return new UndoneAcknowledgementDto()
        .acknowledgedBy(undone.acknowledgedBy())
        .acknowledgedAt(time(undone.acknowledgedAt()))
        .message(undone.message())
        .undoneBy(undone.undoneBy())
        .undoneAt(time(undone.undoneAt()))
        .reason(undone.reason());
  }

  static ReceiptDto receipt(SubmissionReading.Sealed sealed) {
    Submission s = sealed.submission();
    Seal seal = sealed.seal();
    return new ReceiptDto()
        .receiptNumber(seal.receiptNumber())
        .submissionId(s.id())
        .submissionReference(s.reference())
        .submissionRevision(sealed.revision().revision())
        .kind(SubmissionCodes.KINDS.toContract(s.kind()))
        .period(month(s.period()))
        .nil(nil(s))
        .carrier(name(new OrganizationRef(s.carrier().id(), seal.carrierName())))
        .agency(name(new OrganizationRef(s.agency().id(), seal.agencyName())))
        .submittedAt(time(seal.submittedAt()))
        .onTime(seal.onTime())
        .lateItems(seal.lateItems())
        .lateReason(seal.reasons().late())
        .freeTextReason(seal.reasons().freeText())
        .counts(counts(sealed.revision().counts()))
        .attestation(attestation(seal))
        .decision(decision(sealed.revision().decision()))
        .contentSha256(seal.contentSha256())
        .contentFormat(ReceiptContentFormatDto.values()[0]);
  }

  private static @Nullable String month(@Nullable YearMonth period) {
    return period == null ? null : period.toString();
  }

  /** Only incidents can be none. */
  private static @Nullable Boolean nil(Submission s) {
    return s.kind() == SubmissionKind.INCIDENTS ? s.nil() : null;
  }

  private static OrganizationNameDto name(OrganizationRef party) {
    return new OrganizationNameDto().id(party.id()).name(party.name());
  }

  private static ChangeCountsDto counts(ChangeCounts counts) {
    return new ChangeCountsDto()
        .added(counts.added())
        .changed(counts.changed())
        .ended(counts.ended())
        .unchanged(counts.unchanged())
        .voided(counts.voided());
  }

  private static AttestationDto attestation(Seal seal) {
    Attestation attestation = seal.attestation();
    return new AttestationDto()
        .attestedBy(attestation.attestedBy())
        .title(attestation.title())
        .wordingVersion(attestation.wordingVersion())
        .wording(attestation.wording())
        .attestedAt(time(attestation.attestedAt()));
  }

  private static @Nullable ReviewDecisionDto decision(@Nullable Decision decision) {
    return decision == null
        ? null
        : new ReviewDecisionDto()
            .outcome(SubmissionCodes.OUTCOMES.toContract(decision.outcome()))
            .decidedBy(decision.by())
            .decidedAt(time(decision.at()))
            .message(decision.message());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  static SubmissionItemPageDto items(Page<SubmissionItem> page, Cursors cursors) {
    return new SubmissionItemPageDto()
        .items(page.items().stream().map(SubmissionModels::item).toList())
        .nextCursor(cursors.next(page));
  }

  static SubmissionRevisionListDto revisions(List<SubmissionRevision> revisions) {
    return new SubmissionRevisionListDto()
        .items(revisions.stream().map(SubmissionModels::revision).toList());
  }
}
