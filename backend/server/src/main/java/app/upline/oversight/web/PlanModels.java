package app.upline.oversight.web;

import static app.upline.oversight.web.Times.time;
import static app.upline.oversight.web.Times.timeOrNull;

import app.upline.api.model.CorrectiveActionIncidentDto;
import app.upline.api.model.CorrectiveActionPlanDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.PlanActionDto;
import app.upline.api.model.PlanAttachmentDto;
import app.upline.api.model.PlanEventDto;
import app.upline.api.model.PlanEvidenceDto;
import app.upline.api.model.PlanItemDto;
import app.upline.identity.caller.CallersSteps;
import app.upline.incident.model.IncidentModel;
import app.upline.oversight.OrganizationName;
import app.upline.oversight.Plan;
import app.upline.oversight.PlanEvent;
import app.upline.oversight.PlanItem;
import app.upline.oversight.PlanStep;
import jakarta.inject.Singleton;
import java.util.List;

/** The contract's form of a corrective action plan, for the caller. */
@Singleton
final class PlanModels {

  private final CallersSteps steps;

  PlanModels(CallersSteps steps) {
    this.steps = steps;
  }

  CorrectiveActionPlanDto plan(Plan plan) {
    boolean open = !plan.possible().isEmpty();
    return new CorrectiveActionPlanDto()
        .id(plan.id())
        .reference(plan.reference())
        .carrier(name(plan.carrier()))
        .agency(name(plan.agency()))
        .title(plan.title())
        .state(OversightCodes.PLAN_STATES.toContract(plan.state()))
        .overdue(plan.overdue())
        .issuedAt(time(plan.issuedAt()))
        .issuedBy(plan.issuedBy())
        .changedAt(time(plan.changedAt()))
        .endedAt(timeOrNull(plan.endedAt()))
        .endMessage(plan.endMessage())
        .incidents(
            plan.incidents().stream()
                .map(
                    incident ->
                        new CorrectiveActionIncidentDto()
                            .incidentId(incident.id())
                            .incidentReference(incident.reference()))
                .toList())
        .actionItems(plan.items().stream().map(item -> item(item, open)).toList())
        .possibleActions(actions(plan.possible()));
  }

  private PlanItemDto item(PlanItem item, boolean planIsOpen) {
    return new PlanItemDto()
        .id(item.id())
        .title(item.title())
        .owner(item.owner())
        .dueDate(item.dueDate())
        .state(OversightCodes.PLAN_ITEM_STATES.toContract(item.state()))
        .overdue(item.overdue())
        .rejectionReason(item.rejectionReason())
        .evidence(
            item.evidence().stream()
                .map(
                    evidence ->
                        new PlanEvidenceDto()
                            .text(evidence.text())
                            .reference(evidence.reference())
                            .by(evidence.by())
                            .at(time(evidence.at())))
                .toList())
        .attachments(item.files().stream().map(PlanModels::file).toList())
        .possibleActions(actions(item.possible(planIsOpen)));
  }

  private static PlanAttachmentDto file(PlanItem.File file) {
    return new PlanAttachmentDto()
        .attachment(IncidentModel.attachment(file.attachment()))
        .by(file.by())
        .at(time(file.at()));
  }

  private List<PlanActionDto> actions(List<PlanStep> possible) {
    return steps.of(OversightCodes.PLAN_ACTIONS.allToContract(possible));
  }

  private static OrganizationNameDto name(OrganizationName party) {
    return new OrganizationNameDto().id(party.id()).name(party.name());
  }

  static PlanEventDto event(PlanEvent event) {
    return new PlanEventDto()
        .action(OversightCodes.PLAN_ACTIONS.toContract(event.action()))
        .itemId(event.itemId())
        .message(event.message())
        .dueDateBefore(event.dueDateBefore())
        .dueDate(event.dueDate())
        .by(event.by())
        .at(time(event.at()));
  }
}
