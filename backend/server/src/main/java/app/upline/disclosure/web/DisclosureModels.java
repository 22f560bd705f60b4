package app.upline.disclosure.web;

import app.upline.api.model.CarrierDisclosureDto;
import app.upline.api.model.DisclosedIncidentDto;
import app.upline.api.model.DisclosedRelationshipDto;
import app.upline.api.model.IncidentDisclosureDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.RelationshipDisclosureDto;
import app.upline.disclosure.DisclosedIncident;
import app.upline.disclosure.DisclosedRegister;
import app.upline.disclosure.DisclosedRelationship;
import app.upline.disclosure.DisclosureEvent;
import app.upline.disclosure.IncidentHistory;
import app.upline.disclosure.RelationshipHistory;
import app.upline.incident.model.IncidentModel;
import app.upline.relationship.model.RelationshipModel;
import app.upline.submission.OrganizationRef;
import app.upline.submission.Timeliness;
import app.upline.submission.model.SubmissionCodes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The contract's form of what carriers hold. */
public final class DisclosureModels {

  private DisclosureModels() {}

  static DisclosedRelationshipDto disclosed(DisclosedRelationship row) {
    return new DisclosedRelationshipDto()
        .agency(name(row.agency()))
        .disclosedAt(time(row.disclosedAt()))
        .submissionId(row.submissionId())
        .submissionReference(row.submissionReference())
        .receiptNumber(row.receiptNumber())
        .submissionStatus(SubmissionCodes.STATUSES.toContract(row.submissionStatus()))
        .relationship(RelationshipModel.of(row.relationship()));
  }

  public static CarrierDisclosureDto toCarrier(DisclosedRegister.ToCarrier to) {
    return new CarrierDisclosureDto()
        .carrier(name(to.carrier()))
        .revision(to.revision())
        .disclosedAt(timeOrNull(to.disclosedAt()))
        .submissionReference(to.submissionReference())
        .undisclosedChange(to.undisclosedChange());
  }

  static DisclosedIncidentDto disclosed(DisclosedIncident row) {
    Timeliness timeliness = row.timeliness();
    return new DisclosedIncidentDto()
        .agency(name(row.agency()))
        .disclosedAt(time(row.disclosedAt()))
        .firstDisclosedAt(timeOrNull(row.firstDisclosedAt()))
        .submissionId(row.source().submissionId())
        .submissionReference(row.source().submissionReference())
        .receiptNumber(row.source().receiptNumber())
        .submissionStatus(SubmissionCodes.STATUSES.toContract(row.source().submissionStatus()))
        .period(row.incident().details().period().toString())
        .dueDate(timeliness.dueDate())
        .late(timeliness.late())
        .amended(timeliness.amended())
        .daysToReport(timeliness.daysToReport())
        .repeat(row.repeated())
        .incident(IncidentModel.of(row.incident()));
  }

  static IncidentDisclosureDto disclosure(IncidentHistory.Entry entry) {
    DisclosureEvent event = entry.event();
    return new IncidentDisclosureDto()
        .submissionId(event.submissionId())
        .submissionReference(event.submissionReference())
        .submissionRevision(event.submissionRevision())
        .receiptNumber(event.receiptNumber())
        .disclosedAt(time(event.disclosedAt()))
        .changeType(SubmissionCodes.CHANGE_TYPES.toContract(event.changeType()))
        .amended(entry.amended())
        .late(event.late())
        .outcome(SubmissionCodes.OUTCOMES.toContractOrNull(event.decision()))
        .differences(entry.differences().stream().map(RelationshipModel::of).toList())
        .incident(IncidentModel.of(entry.incident()));
  }

  static RelationshipDisclosureDto disclosure(RelationshipHistory.Entry entry) {
    DisclosureEvent event = entry.event();
    return new RelationshipDisclosureDto()
        .submissionId(event.submissionId())
        .submissionReference(event.submissionReference())
        .submissionRevision(event.submissionRevision())
        .receiptNumber(event.receiptNumber())
        .disclosedAt(time(event.disclosedAt()))
        .changeType(SubmissionCodes.CHANGE_TYPES.toContract(event.changeType()))
        .late(event.late())
        .outcome(SubmissionCodes.OUTCOMES.toContractOrNull(event.decision()))
        .differences(entry.differences().stream().map(RelationshipModel::of).toList())
        .relationship(RelationshipModel.of(entry.relationship()));
  }

  /** Changes whenever what is shown of a relationship that a carrier holds does. */
  static String version(DisclosedRelationship held) {
    return held.receiptNumber() + "." + held.submissionStatus();
  }

  /** The same of an incident, of which the carrier's other ones tell whether it is a repeat. */
  static String version(DisclosedIncident held) {
    Instant first = held.firstDisclosedAt();
    return "%s.%s.%s.%s"
        .formatted(
            held.source().receiptNumber(),
            held.source().submissionStatus(),
            held.repeated() ? "repeat" : "single",
            first == null ? "none" : first.toEpochMilli());
  }

  private static OrganizationNameDto name(OrganizationRef party) {
    return new OrganizationNameDto().id(party.id()).name(party.name());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
