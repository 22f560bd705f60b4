package app.upline.submission.web;

import app.upline.api.model.Attestation;
import app.upline.api.model.ChangeCounts;
import app.upline.api.model.ChangeType;
import app.upline.api.model.Comment;
import app.upline.api.model.DisclosedIncident;
import app.upline.api.model.DisclosedRelationship;
import app.upline.api.model.IncidentDisclosure;
import app.upline.api.model.IncidentDisclosureOutcome;
import app.upline.api.model.OrganisationName;
import app.upline.api.model.Receipt;
import app.upline.api.model.ReceiptContentFormat;
import app.upline.api.model.RelationshipDisclosure;
import app.upline.api.model.ReviewDecision;
import app.upline.api.model.ReviewDecisionOutcome;
import app.upline.api.model.Submission;
import app.upline.api.model.SubmissionAction;
import app.upline.api.model.SubmissionItem;
import app.upline.api.model.SubmissionKind;
import app.upline.api.model.SubmissionRevision;
import app.upline.api.model.SubmissionScope;
import app.upline.api.model.SubmissionStatus;
import app.upline.incident.Incident;
import app.upline.incident.model.IncidentModel;
import app.upline.relationship.Relationship;
import app.upline.relationship.model.RelationshipModel;
import app.upline.submission.Decision;
import app.upline.submission.DisclosedRecord;
import app.upline.submission.DisclosedRegister;
import app.upline.submission.IncidentHistory;
import app.upline.submission.Party;
import app.upline.submission.Seal;
import app.upline.submission.SubmissionReading;
import app.upline.submission.SubmissionView;
import app.upline.submission.Timeliness;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contract's form of what this room shows. */
final class SubmissionModels {

  private SubmissionModels() {}

  static Submission submission(SubmissionView view) {
    app.upline.submission.Submission s = view.submission();
    Submission model =
        new Submission()
            .id(s.id())
            .reference(s.reference())
            .kind(SubmissionKind.valueOf(s.kind().name()))
            .period(month(s.period()))
            .nil(nil(s))
            .scope(SubmissionScope.valueOf(s.scope().name()))
            .status(SubmissionStatus.valueOf(s.status().name()))
            .revision(s.revision())
            .carrier(name(s.carrier()))
            .agency(name(s.agency()))
            .counts(counts(view.revision().counts()))
            .outdatedItems(view.outdatedItems())
            .createdAt(time(s.createdAt()))
            .changedAt(time(s.changedAt()))
            .submittedAt(timeOrNull(s.submittedAt()))
            .decision(decision(view.decision()))
            .possibleActions(
                s.possible().stream().map(step -> SubmissionAction.valueOf(step.name())).toList());
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

  static SubmissionItem item(app.upline.submission.SubmissionItem item) {
    SubmissionItem model =
        new SubmissionItem()
            .changeType(ChangeType.valueOf(item.changeType().name()))
            .previousRevision(item.previousRevision())
            .changedSinceReturn(item.changedSinceReturn())
            .late(item.late())
            .differences(item.differences().stream().map(RelationshipModel::of).toList());
    return switch (item.disclosed()) {
      case DisclosedRecord.OfRelationship(Relationship relationship) ->
          model.relationship(RelationshipModel.of(relationship));
      case DisclosedRecord.OfIncident(Incident incident) ->
          standing(model, Objects.requireNonNull(item.timeliness()))
              .incident(IncidentModel.of(incident));
    };
  }

  private static SubmissionItem standing(SubmissionItem model, Timeliness timeliness) {
    return model
        .late(timeliness.late())
        .amended(timeliness.amended())
        .dueDate(timeliness.dueDate())
        .daysToReport(timeliness.daysToReport());
  }

  static SubmissionRevision revision(app.upline.submission.SubmissionRevision revision) {
    Seal seal = Objects.requireNonNull(revision.seal());
    return new SubmissionRevision()
        .revision(revision.revision())
        .counts(counts(revision.counts()))
        .submittedAt(time(seal.submittedAt()))
        .lateItems(seal.lateItems())
        .lateReason(seal.reasons().late())
        .freeTextReason(seal.reasons().freeText())
        .receiptNumber(seal.receiptNumber())
        .contentSha256(seal.contentSha256())
        .attestation(attestation(seal))
        .decision(decision(revision.decision()));
  }

  static Receipt receipt(SubmissionReading.Sealed sealed) {
    app.upline.submission.Submission s = sealed.submission();
    Seal seal = sealed.seal();
    return new Receipt()
        .receiptNumber(seal.receiptNumber())
        .submissionId(s.id())
        .submissionReference(s.reference())
        .submissionRevision(sealed.revision().revision())
        .kind(SubmissionKind.valueOf(s.kind().name()))
        .period(month(s.period()))
        .nil(nil(s))
        .carrier(name(new Party(s.carrier().id(), seal.carrierName())))
        .agency(name(new Party(s.agency().id(), seal.agencyName())))
        .submittedAt(time(seal.submittedAt()))
        .onTime(seal.onTime())
        .lateItems(seal.lateItems())
        .lateReason(seal.reasons().late())
        .freeTextReason(seal.reasons().freeText())
        .counts(counts(sealed.revision().counts()))
        .attestation(attestation(seal))
        .decision(decision(sealed.revision().decision()))
        .contentSha256(seal.contentSha256())
        .contentFormat(ReceiptContentFormat.values()[0]);
  }

  static Comment comment(app.upline.submission.Comment comment) {
    Comment model =
        new Comment()
            .id(comment.id())
            .revision(comment.revision())
            .pointer(comment.pointer())
            .text(comment.text())
            .by(comment.by())
            .at(time(comment.at()));
    return switch (comment.kind()) {
      case RELATIONSHIPS ->
          model.relationshipId(comment.recordId()).relationshipReference(comment.reference());
      case INCIDENTS -> model.incidentId(comment.recordId()).incidentReference(comment.reference());
    };
  }

  static DisclosedRelationship disclosed(app.upline.submission.DisclosedRelationship row) {
    return new DisclosedRelationship()
        .agency(name(row.agency()))
        .disclosedAt(time(row.disclosedAt()))
        .submissionId(row.submissionId())
        .submissionReference(row.submissionReference())
        .receiptNumber(row.receiptNumber())
        .submissionStatus(SubmissionStatus.valueOf(row.submissionStatus().name()))
        .relationship(RelationshipModel.of(row.relationship()));
  }

  static RelationshipDisclosure toCarrier(DisclosedRegister.ToCarrier to) {
    return new RelationshipDisclosure()
        .carrier(name(to.carrier()))
        .revision(to.revision())
        .disclosedAt(timeOrNull(to.disclosedAt()))
        .submissionReference(to.submissionReference())
        .undisclosedChange(to.undisclosedChange());
  }

  static DisclosedIncident disclosed(app.upline.submission.DisclosedIncident row) {
    Timeliness timeliness = row.timeliness();
    return new DisclosedIncident()
        .agency(name(row.agency()))
        .disclosedAt(time(row.disclosedAt()))
        .firstDisclosedAt(timeOrNull(row.firstDisclosedAt()))
        .submissionId(row.source().submissionId())
        .submissionReference(row.source().submissionReference())
        .receiptNumber(row.source().receiptNumber())
        .submissionStatus(SubmissionStatus.valueOf(row.source().submissionStatus().name()))
        .period(row.incident().details().period().toString())
        .dueDate(timeliness.dueDate())
        .late(timeliness.late())
        .amended(timeliness.amended())
        .daysToReport(timeliness.daysToReport())
        .repeat(row.repeated())
        .incident(IncidentModel.of(row.incident()));
  }

  static IncidentDisclosure told(IncidentHistory.Told told) {
    return new IncidentDisclosure()
        .submissionId(told.submissionId())
        .submissionReference(told.submissionReference())
        .submissionRevision(told.submissionRevision())
        .receiptNumber(told.receiptNumber())
        .disclosedAt(time(told.disclosedAt()))
        .changeType(ChangeType.valueOf(told.changeType().name()))
        .amended(told.amended())
        .late(told.late())
        .outcome(
            told.decision() == null
                ? null
                : IncidentDisclosureOutcome.valueOf(told.decision().name()))
        .differences(told.differences().stream().map(RelationshipModel::of).toList())
        .incident(IncidentModel.of(told.incident()));
  }

  private static @Nullable String month(@Nullable YearMonth period) {
    return period == null ? null : period.toString();
  }

  /** Only incidents can be none. */
  private static @Nullable Boolean nil(app.upline.submission.Submission s) {
    return s.kind() == app.upline.submission.SubmissionKind.INCIDENTS ? s.nil() : null;
  }

  private static OrganisationName name(Party party) {
    return new OrganisationName().id(party.id()).name(party.name());
  }

  private static ChangeCounts counts(app.upline.submission.ChangeCounts counts) {
    return new ChangeCounts()
        .added(counts.added())
        .changed(counts.changed())
        .ended(counts.ended())
        .unchanged(counts.unchanged());
  }

  private static Attestation attestation(Seal seal) {
    app.upline.submission.Attestation attestation = seal.attestation();
    return new Attestation()
        .attestedBy(attestation.attestedBy())
        .title(attestation.title())
        .wordingVersion(attestation.wordingVersion())
        .wording(attestation.wording())
        .attestedAt(time(attestation.attestedAt()));
  }

  private static @Nullable ReviewDecision decision(@Nullable Decision decision) {
    return decision == null
        ? null
        : new ReviewDecision()
            .outcome(ReviewDecisionOutcome.valueOf(decision.outcome().name()))
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
}
