package app.upline.incident.model;

import app.upline.api.model.ContactChannel;
import app.upline.api.model.IncidentKind;
import app.upline.api.model.IncidentLink;
import app.upline.api.model.IncidentSource;
import app.upline.api.model.Severity;
import app.upline.api.model.UsState;
import app.upline.api.model.ViolationCategory;
import app.upline.incident.Incident;
import app.upline.incident.IncidentDetails;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the contract's form of an incident. */
public final class IncidentModel {

  private IncidentModel() {}

  /** An incident in one revision, without what is derived of it. */
  public static app.upline.api.model.Incident of(Incident incident) {
    var model =
        new app.upline.api.model.Incident()
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
  public static app.upline.api.model.Attachment attachment(
      app.upline.incident.Attachment attachment) {
    return PartModels.attachment(attachment);
  }

  /** Enough to recognise it. */
  public static IncidentLink link(Incident incident) {
    IncidentDetails d = incident.details();
    return new IncidentLink()
        .id(incident.id())
        .reference(incident.reference())
        .href("/v1/incidents/" + incident.id())
        .carrierId(d.carrierId())
        .subjectName(d.subject().name())
        .primaryCategory(ViolationCategory.fromValue(d.primaryCategory().name()))
        .incidentDate(d.incidentDate())
        .discoveryDate(d.discoveryDate());
  }

  private static void tellWhoAndWhen(app.upline.api.model.Incident model, IncidentDetails d) {
    model
        .ownReference(d.ownReference())
        .carrierId(d.carrierId())
        .kind(IncidentKind.fromValue(d.kind().name()))
        .beneficiaryInteraction(d.beneficiaryInteraction())
        .subject(PartModels.subject(d.subject()))
        .incidentDate(d.incidentDate())
        .incidentDateUnknown(d.incidentDateUnknown())
        .discoveryDate(d.discoveryDate())
        .state(UsState.fromValue(d.state().name()))
        .channel(ContactChannel.fromValue(d.channel().name()))
        .source(IncidentSource.fromValue(d.source().name()))
        .ctmNumber(d.ctmNumber())
        .plan(PartModels.plan(d.plan()))
        .beneficiaryReference(d.beneficiaryReference())
        .beneficiariesAffected(d.beneficiariesAffected());
  }

  private static void tellWhat(app.upline.api.model.Incident model, IncidentDetails d) {
    model
        .primaryCategory(ViolationCategory.fromValue(d.primaryCategory().name()))
        .furtherCategories(
            d.furtherCategories().stream()
                .map(category -> ViolationCategory.fromValue(category.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new)))
        .categoryOther(d.categoryOther())
        .citation(d.citation())
        .description(d.description())
        .potentialHarm(d.potentialHarm())
        .enrollmentAffected(d.enrollmentAffected())
        .severity(Severity.fromValue(d.severity().name()))
        .investigation(PartModels.investigation(d.investigation()))
        .evidence(PartModels.evidence(d.evidence()))
        .lateReason(d.lateReason())
        .disciplinaryActions(d.disciplinaryActions().stream().map(PartModels::action).toList())
        .attachments(d.attachments().stream().map(PartModels::attachment).toList());
  }

  static <T> @Nullable T code(@Nullable Enum<?> ours, Function<String, T> theirs) {
    return ours == null ? null : theirs.apply(ours.name());
  }
}
