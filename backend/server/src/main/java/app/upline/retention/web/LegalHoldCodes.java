package app.upline.retention.web;

import app.upline.api.model.LegalHoldKindDto;
import app.upline.api.model.LegalHoldStateDto;
import app.upline.platform.code.Codes;
import app.upline.retention.HoldKind;
import app.upline.retention.LegalHold;

/** The codes of legal holds. */
final class LegalHoldCodes {
  static final Codes<LegalHold.State, LegalHoldStateDto> STATES =
      Codes.of(LegalHold.State.class, LegalHoldStateDto.class);

  static final Codes<HoldKind, LegalHoldKindDto> KINDS =
      Codes.of(HoldKind.class, LegalHoldKindDto.class);

  private LegalHoldCodes() {}
}
