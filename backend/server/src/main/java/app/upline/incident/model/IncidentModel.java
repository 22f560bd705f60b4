package app.upline.incident.model;

import app.upline.api.model.AttachmentDto;
import app.upline.api.model.IncidentDto;
import app.upline.api.model.IncidentLinkDto;
import app.upline.incident.Attachment;
import app.upline.incident.Incident;
import app.upline.incident.IncidentDetails;
import app.upline.relationship.model.RelationshipCodes;
import java.time.ZoneOffset;

/** Makes the contracts form of an incident. */
public final class IncidentModel {

  private IncidentModel() {}

  /** An incident in one revision, without what is derived of it. */
  public static IncidentDto of(Incident incident) {
    var model =
        new IncidentDto()
            .id(incident.id())
            .reference(incident.reference())
            .revision(incident.revision())
            .createdAt(incident.createdAt().atOffset(ZoneOffset.UTC))
            .changedAt(incident.changedAt().atOffset(ZoneOffset.UTC));
    tellWhoAndWhen(model, incident.details());
    tellWhat(model, incident.details());
    return model;
  }

  /** One of its attachments. */
  public static AttachmentDto attachment(Attachment attachment) {
    return PartModels.attachment(attachment);
  }

  /** Enough to recognize it. */
  public static IncidentLinkDto link(Incident incident) {
    IncidentDetails d = incident.details();
    return new IncidentLinkDto()
        .id(incident.id())
        .reference(incident.reference())
        .href("/v1/incidents/" + incident.id())
        .carrierId(d.carrierId())
        .subjectName(d.subject().name())
        .primaryCategory(IncidentCodes.CATEGORIES.toContract(d.primaryCategory()))
        .incidentDate(d.incidentDate())
        .discoveryDate(d.discoveryDate());
  }

  private static void tellWhoAndWhen(IncidentDto model, IncidentDetails d) {
    model
        .ownReference(d.ownReference())
        .carrierId(d.carrierId())
        .kind(IncidentCodes.KINDS.toContract(d.kind()))
        .beneficiaryInteraction(d.beneficiaryInteraction())
        .subject(PartModels.subject(d.subject()))
        .incidentDate(d.incidentDate())
        .incidentDateUnknown(d.incidentDateUnknown())
        .discoveryDate(d.discoveryDate())
        .state(RelationshipCodes.STATES.toContract(d.state()))
        .channel(IncidentCodes.CHANNELS.toContract(d.channel()))
        .source(IncidentCodes.SOURCES.toContract(d.source()))
        .ctmNumber(d.ctmNumber())
        .plan(PartModels.plan(d.plan()))
        .beneficiaryReference(d.beneficiaryReference())
        .beneficiariesAffected(d.beneficiariesAffected());
  }

  private static void tellWhat(IncidentDto model, IncidentDetails d) {
    model
        .primaryCategory(IncidentCodes.CATEGORIES.toContract(d.primaryCategory()))
        .furtherCategories(
            d.furtherCategories().stream().map(IncidentCodes.CATEGORIES::toContract).toList())
        .categoryOther(d.categoryOther())
        .citation(d.citation())
        .description(d.description())
        .potentialHarm(d.potentialHarm())
        .enrollmentAffected(d.enrollmentAffected())
        .severity(IncidentCodes.SEVERITIES.toContract(d.severity()))
        .investigation(PartModels.investigation(d.investigation()))
        .evidence(PartModels.evidence(d.evidence()))
        .lateReason(d.lateReason())
        .disciplinaryActions(d.disciplinaryActions().stream().map(PartModels::action).toList())
        .attachments(d.attachments().stream().map(PartModels::attachment).toList())
        .voidReason(d.voidReason());
  }
}
