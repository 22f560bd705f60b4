package app.upline.incident;

import static app.upline.incident.IncidentFields.*;

import app.upline.platform.fields.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes the record from a draft without faults. */
final class IncidentFactory {

  private IncidentFactory() {}

  static IncidentDetails record(IncidentDraft whole, Supplier<UUID> newId) {
    Draft<IncidentDetails> draft = whole.incident();
    return new IncidentDetails(
        draft.get(OWN_REFERENCE),
        draft.require(CARRIER),
        draft.require(KIND),
        draft.require(INTERACTION),
        new Subject(
            draft.require(SUBJECT_TYPE),
            draft.require(SUBJECT_NAME),
            draft.get(SUBJECT_NPN),
            draft.get(RELATIONSHIP)),
        draft.get(INCIDENT_DATE),
        draft.get(DATE_UNKNOWN),
        draft.require(DISCOVERY_DATE),
        draft.require(STATE),
        draft.require(CHANNEL),
        draft.require(SOURCE),
        draft.get(CTM_NUMBER),
        new Plan(draft.get(CONTRACT_NUMBER), draft.get(PBP), draft.get(PLAN_YEAR)),
        draft.get(BENEFICIARY_REFERENCE),
        draft.require(BENEFICIARIES_AFFECTED),
        draft.require(PRIMARY_CATEGORY),
        draft.list(FURTHER_CATEGORIES),
        draft.get(CATEGORY_OTHER),
        draft.get(CITATION),
        draft.require(DESCRIPTION),
        draft.require(HARM),
        draft.require(ENROLLMENT_AFFECTED),
        draft.require(SEVERITY),
        investigation(draft),
        new Evidence(draft.get(RECORDING), draft.get(CONSENT_CERTIFICATE), draft.list(DOCUMENTS)),
        draft.get(LATE_REASON),
        actions(whole.actions(), newId),
        whole.attachments(),
        null);
  }

  private static Investigation investigation(Draft<IncidentDetails> draft) {
    return new Investigation(
        draft.require(INVESTIGATION_STATUS),
        draft.require(OUTCOME),
        draft.get(INVESTIGATION_START),
        draft.get(INVESTIGATION_END),
        draft.get(ROOT_CAUSE));
  }

  private static List<DisciplinaryAction> actions(
      List<Draft<DisciplinaryAction>> drafts, Supplier<UUID> newId) {
    List<DisciplinaryAction> actions = new ArrayList<>();
    for (Draft<DisciplinaryAction> draft : drafts) {
      UUID id = draft.get(DisciplineFields.ID);
      actions.add(DisciplineRules.record(draft, id == null ? newId.get() : id));
    }
    return actions;
  }
}
