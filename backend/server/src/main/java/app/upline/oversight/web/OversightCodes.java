package app.upline.oversight.web;

import app.upline.api.model.CarrierConclusionDto;
import app.upline.api.model.CmsExtractKindDto;
import app.upline.api.model.CmsExtractStateDto;
import app.upline.api.model.FindingKindDto;
import app.upline.api.model.PlanActionDto;
import app.upline.api.model.PlanItemStateDto;
import app.upline.api.model.PlanSortDto;
import app.upline.api.model.PlanStateDto;
import app.upline.api.model.TriageActionDto;
import app.upline.api.model.TriageSortDto;
import app.upline.api.model.TriageStateDto;
import app.upline.oversight.Conclusion;
import app.upline.oversight.Extract;
import app.upline.oversight.ExtractKind;
import app.upline.oversight.Finding;
import app.upline.oversight.PlanItem;
import app.upline.oversight.PlanSort;
import app.upline.oversight.PlanState;
import app.upline.oversight.PlanStep;
import app.upline.oversight.TriageAction;
import app.upline.oversight.TriageSort;
import app.upline.oversight.TriageState;
import app.upline.platform.code.Codes;

/** The codes of triage, findings, corrective action plans and extracts. */
final class OversightCodes {
  static final Codes<PlanState, PlanStateDto> PLAN_STATES =
      Codes.of(PlanState.class, PlanStateDto.class);

  static final Codes<PlanSort, PlanSortDto> PLAN_SORTS =
      Codes.of(PlanSort.class, PlanSortDto.class);

  static final Codes<PlanStep, PlanActionDto> PLAN_ACTIONS =
      Codes.of(PlanStep.class, PlanActionDto.class);

  static final Codes<PlanItem.State, PlanItemStateDto> PLAN_ITEM_STATES =
      Codes.of(PlanItem.State.class, PlanItemStateDto.class);

  static final Codes<TriageState, TriageStateDto> TRIAGE_STATES =
      Codes.of(TriageState.class, TriageStateDto.class);

  static final Codes<TriageSort, TriageSortDto> TRIAGE_SORTS =
      Codes.of(TriageSort.class, TriageSortDto.class);

  static final Codes<TriageAction, TriageActionDto> TRIAGE_ACTIONS =
      Codes.of(TriageAction.class, TriageActionDto.class);

  static final Codes<ExtractKind, CmsExtractKindDto> EXTRACT_KINDS =
      Codes.of(ExtractKind.class, CmsExtractKindDto.class);

  static final Codes<Extract.State, CmsExtractStateDto> EXTRACT_STATES =
      Codes.of(Extract.State.class, CmsExtractStateDto.class);

  static final Codes<Finding.Kind, FindingKindDto> FINDING_KINDS =
      Codes.of(Finding.Kind.class, FindingKindDto.class);

  static final Codes<Conclusion.Code, CarrierConclusionDto> CONCLUSIONS =
      Codes.of(Conclusion.Code.class, CarrierConclusionDto.class);

  private OversightCodes() {}
}
