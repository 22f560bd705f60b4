package app.upline.assignment.web;

import app.upline.api.model.AssignableKindDto;
import app.upline.assignment.AssignableKind;
import app.upline.platform.code.Codes;

/** The codes of assignments. */
final class AssignmentCodes {
  static final Codes<AssignableKind, AssignableKindDto> KINDS =
      Codes.of(AssignableKind.class, AssignableKindDto.class);

  private AssignmentCodes() {}
}
