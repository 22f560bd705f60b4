package app.upline.audit.web;

import app.upline.api.model.AuditEventDto;
import app.upline.api.model.AuditFindingDto;
import app.upline.api.model.AuditHeadDto;
import app.upline.api.model.AuditHeadKeyDto;
import app.upline.api.model.AuditObjectDto;
import app.upline.api.model.AuditVerificationDto;
import app.upline.audit.AuditEvent;
import app.upline.audit.AuditHead;
import app.upline.audit.AuditHeads;
import app.upline.audit.AuditedObject;
import app.upline.audit.RecordedEvent;
import app.upline.audit.TrailFinding;
import app.upline.audit.Verification;
import java.time.ZoneOffset;

/** Our records in the words of the contract. */
final class AuditModels {
  private AuditModels() {}

  static AuditEventDto event(RecordedEvent recorded) {
    AuditEvent event = recorded.event();
    return new AuditEventDto()
        .seq(event.seq())
        .occurredAt(event.occurredAt().atOffset(ZoneOffset.UTC))
        .operation(event.operation())
        .outcome(AuditCodes.OUTCOMES.toContract(event.outcome()))
        .status(event.status())
        .actorKind(AuditCodes.ACTOR_KINDS.toContract(event.actorKind()))
        .actorId(event.actorId())
        .actorName(event.actorName())
        .roles(event.roleCodes())
        .source(event.source())
        .requestId(event.requestId())
        .parameters(event.parameters())
        .note(event.note())
        .objectCount(event.objectCount())
        .objects(recorded.objects().stream().map(AuditModels::object).toList())
        .keyVersion(recorded.keyVersion())
        .mac(recorded.mac());
  }

  static AuditObjectDto object(AuditedObject object) {
    return new AuditObjectDto()
        .kind(object.kind())
        .id(object.id())
        .reference(object.reference())
        .beforeSha256(object.before())
        .afterSha256(object.after());
  }

  static AuditHeadDto head(AuditHead head) {
    return new AuditHeadDto()
        .day(head.day())
        .seq(head.seq())
        .mac(head.mac())
        .takenAt(head.takenAt().atOffset(ZoneOffset.UTC))
        .jws(head.jws());
  }

  static AuditHeadKeyDto key(AuditHeads.PublicKey key) {
    return new AuditHeadKeyDto().kty("OKP").crv("Ed25519").kid(key.kid()).x(key.x());
  }

  static AuditVerificationDto verification(Verification found) {
    return new AuditVerificationDto()
        .sound(found.isSound())
        .complete(found.complete())
        .verifiedFrom(found.from())
        .verifiedTo(found.to())
        .headsCompared(found.heads())
        .findingCount(found.findingCount())
        .findings(found.findings().stream().map(AuditModels::finding).toList());
  }

  private static AuditFindingDto finding(TrailFinding finding) {
    return new AuditFindingDto()
        .kind(AuditCodes.FINDING_KINDS.toContract(finding.kind()))
        .fromSeq(finding.from())
        .toSeq(finding.to());
  }
}
