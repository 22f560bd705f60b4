package app.upline.submission.model;

import app.upline.api.model.ChangeTypeDto;
import app.upline.api.model.DifferencesSinceDto;
import app.upline.api.model.OrganizationKindDto;
import app.upline.api.model.RemarkActionDto;
import app.upline.api.model.RemarkStateDto;
import app.upline.api.model.ReviewOutcomeDto;
import app.upline.api.model.SubmissionActionDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.api.model.SubmissionScopeDto;
import app.upline.api.model.SubmissionSortDto;
import app.upline.api.model.SubmissionStatusDto;
import app.upline.identity.OrganizationKind;
import app.upline.platform.code.Codes;
import app.upline.submission.ChangeType;
import app.upline.submission.CommentAction;
import app.upline.submission.CommentState;
import app.upline.submission.Decision;
import app.upline.submission.DifferencesSince;
import app.upline.submission.Step;
import app.upline.submission.SubmissionKind;
import app.upline.submission.SubmissionScope;
import app.upline.submission.SubmissionSort;
import app.upline.submission.SubmissionStatus;

/** The codes of submissions and of what is disclosed by them. */
public final class SubmissionCodes {
  public static final Codes<SubmissionKind, SubmissionKindDto> KINDS =
      Codes.of(SubmissionKind.class, SubmissionKindDto.class);

  public static final Codes<SubmissionScope, SubmissionScopeDto> SCOPES =
      Codes.of(SubmissionScope.class, SubmissionScopeDto.class);

  public static final Codes<SubmissionStatus, SubmissionStatusDto> STATUSES =
      Codes.of(SubmissionStatus.class, SubmissionStatusDto.class);

  public static final Codes<SubmissionSort, SubmissionSortDto> SORTS =
      Codes.of(SubmissionSort.class, SubmissionSortDto.class);

  public static final Codes<DifferencesSince, DifferencesSinceDto> DIFFERENCES_SINCE =
      Codes.of(DifferencesSince.class, DifferencesSinceDto.class);

  /** Of those who talk to each other. */
  public static final Codes<OrganizationKind, OrganizationKindDto> SIDES =
      Codes.of(OrganizationKind.class, OrganizationKindDto.class);

  public static final Codes<CommentState, RemarkStateDto> REMARK_STATES =
      Codes.of(CommentState.class, RemarkStateDto.class);

  public static final Codes<CommentAction, RemarkActionDto> REMARK_ACTIONS =
      Codes.of(CommentAction.class, RemarkActionDto.class);

  public static final Codes<ChangeType, ChangeTypeDto> CHANGE_TYPES =
      Codes.of(ChangeType.class, ChangeTypeDto.class);

  public static final Codes<Step, SubmissionActionDto> ACTIONS =
      Codes.of(Step.class, SubmissionActionDto.class);

  public static final Codes<Decision.Outcome, ReviewOutcomeDto> OUTCOMES =
      Codes.of(Decision.Outcome.class, ReviewOutcomeDto.class);

  private SubmissionCodes() {}
}
