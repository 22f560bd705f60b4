package app.upline.work.web;

import app.upline.api.model.SubjectKindDto;
import app.upline.api.model.WorkKindDto;
import app.upline.api.model.WorkUrgencyDto;
import app.upline.platform.code.Codes;
import app.upline.work.SubjectKind;
import app.upline.work.Urgency;
import app.upline.work.WorkKind;

/** The codes of the work list. */
final class WorkCodes {
  static final Codes<WorkKind, WorkKindDto> KINDS = Codes.of(WorkKind.class, WorkKindDto.class);
  static final Codes<Urgency, WorkUrgencyDto> URGENCIES =
      Codes.of(Urgency.class, WorkUrgencyDto.class);
  static final Codes<SubjectKind, SubjectKindDto> SUBJECTS =
      Codes.of(SubjectKind.class, SubjectKindDto.class);

  private WorkCodes() {}
}
