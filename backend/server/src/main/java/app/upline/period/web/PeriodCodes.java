package app.upline.period.web;

import app.upline.api.model.PeriodStatusDto;
import app.upline.api.model.RelationshipStandingStatusDto;
import app.upline.period.PeriodStatus;
import app.upline.period.RelationshipStanding;
import app.upline.platform.code.Codes;

/** The codes of reporting periods. */
final class PeriodCodes {
  static final Codes<PeriodStatus, PeriodStatusDto> STATUSES =
      Codes.of(PeriodStatus.class, PeriodStatusDto.class);

  static final Codes<RelationshipStanding.Status, RelationshipStandingStatusDto>
      RELATIONSHIP_STATUSES =
          Codes.of(RelationshipStanding.Status.class, RelationshipStandingStatusDto.class);

  private PeriodCodes() {}
}
