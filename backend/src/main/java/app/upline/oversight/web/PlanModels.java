package app.upline.oversight.web;

import static app.upline.oversight.web.Answers.time;
import static app.upline.oversight.web.Answers.timeOrNull;

import app.upline.api.model.CorrectiveActionPlan;
import app.upline.api.model.OrganisationName;
import app.upline.api.model.PlanAction;
import app.upline.api.model.PlanAttachment;
import app.upline.api.model.PlanEvidence;
import app.upline.api.model.PlanIncident;
import app.upline.api.model.PlanItem;
import app.upline.api.model.PlanItemState;
import app.upline.api.model.PlanState;
import app.upline.incident.model.IncidentModel;
import app.upline.oversight.Party;
import app.upline.oversight.Plan;
import app.upline.oversight.PlanStep;
import java.util.List;

/** The contract's form of a corrective action plan. */
final class PlanModels {

  private PlanModels() {}

  static CorrectiveActionPlan plan(Plan plan) {
    boolean open = !plan.possible().isEmpty();
    return new CorrectiveActionPlan()
        .id(plan.id())
        .reference(plan.reference())
        .carrier(name(plan.carrier()))
        .agency(name(plan.agency()))
        .title(plan.title())
        .state(PlanState.valueOf(plan.state().name()))
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
                        new PlanIncident()
                            .incidentId(incident.id())
                            .incidentReference(incident.reference()))
                .toList())
        .actionItems(plan.items().stream().map(item -> item(item, open)).toList())
        .possibleActions(actions(plan.possible()));
  }

  private static PlanItem item(app.upline.oversight.PlanItem item, boolean planIsOpen) {
    return new PlanItem()
        .id(item.id())
        .title(item.title())
        .owner(item.owner())
        .dueDate(item.dueDate())
        .state(PlanItemState.valueOf(item.state().name()))
        .overdue(item.overdue())
        .rejectionReason(item.rejectionReason())
        .evidence(
            item.evidence().stream()
                .map(
                    evidence ->
                        new PlanEvidence()
                            .text(evidence.text())
                            .reference(evidence.reference())
                            .by(evidence.by())
                            .at(time(evidence.at())))
                .toList())
        .attachments(item.files().stream().map(PlanModels::file).toList())
        .possibleActions(actions(item.possible(planIsOpen)));
  }

  private static PlanAttachment file(app.upline.oversight.PlanItem.File file) {
    return new PlanAttachment()
        .attachment(IncidentModel.attachment(file.attachment()))
        .by(file.by())
        .at(time(file.at()));
  }

  private static List<PlanAction> actions(List<PlanStep> steps) {
    return steps.stream().map(step -> PlanAction.valueOf(step.name())).toList();
  }

  private static OrganisationName name(Party party) {
    return new OrganisationName().id(party.id()).name(party.name());
  }
}
