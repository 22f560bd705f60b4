package app.upline.audit.web;

import app.upline.api.model.AuditActorKindDto;
import app.upline.api.model.AuditFindingKindDto;
import app.upline.api.model.AuditOutcomeDto;
import app.upline.audit.Actor;
import app.upline.audit.EventOutcome;
import app.upline.audit.TrailFinding;
import app.upline.platform.code.Codes;

/** The codes of the audit trail. */
final class AuditCodes {
  static final Codes<EventOutcome, AuditOutcomeDto> OUTCOMES =
      Codes.of(EventOutcome.class, AuditOutcomeDto.class);

  static final Codes<Actor.Kind, AuditActorKindDto> ACTOR_KINDS =
      Codes.of(Actor.Kind.class, AuditActorKindDto.class);

  static final Codes<TrailFinding.Kind, AuditFindingKindDto> FINDING_KINDS =
      Codes.of(TrailFinding.Kind.class, AuditFindingKindDto.class);

  private AuditCodes() {}
}
