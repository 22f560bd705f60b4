package app.upline.audit.web;

import app.upline.api.model.AuditActorKind;
import app.upline.api.model.AuditEvent;
import app.upline.api.model.AuditFinding;
import app.upline.api.model.AuditFindingKind;
import app.upline.api.model.AuditHead;
import app.upline.api.model.AuditHeadKey;
import app.upline.api.model.AuditObject;
import app.upline.api.model.AuditOutcome;
import app.upline.api.model.AuditVerification;
import app.upline.audit.AuditHeads;
import app.upline.audit.AuditedObject;
import app.upline.audit.Finding;
import app.upline.audit.RecordedEvent;
import app.upline.audit.Verification;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Our records in the words of the contract. */
final class AuditModels {
  private AuditModels() {}

  static AuditEvent event(RecordedEvent recorded) {
    app.upline.audit.AuditEvent event = recorded.event();
    return new AuditEvent()
        .seq(event.seq())
        .occurredAt(event.occurredAt().atOffset(ZoneOffset.UTC))
        .operation(event.operation())
        .outcome(AuditOutcome.valueOf(event.outcome().name()))
        .status(event.status())
        .actorKind(AuditActorKind.valueOf(event.actorKind().name()))
        .actorId(event.actorId())
        .actorName(event.actorName())
        .roles(event.roles().isEmpty() ? List.of() : List.of(event.roles().split(",")))
        .source(event.source())
        .requestId(event.requestId())
        .parameters(event.parameters())
        .note(event.note())
        .objectCount(event.objectCount())
        .objects(recorded.objects().stream().map(AuditModels::object).toList())
        .keyVersion(recorded.keyVersion())
        .mac(recorded.mac());
  }

  static AuditObject object(AuditedObject object) {
    return new AuditObject()
        .kind(object.kind())
        .id(UUID.fromString(object.id()))
        .reference(object.reference())
        .beforeSha256(object.before())
        .afterSha256(object.after());
  }

  static AuditHead head(app.upline.audit.AuditHead head) {
    return new AuditHead()
        .day(head.day())
        .seq(head.seq())
        .mac(head.mac())
        .takenAt(head.takenAt().atOffset(ZoneOffset.UTC))
        .jws(head.jws());
  }

  static AuditHeadKey key(AuditHeads.PublicKey key) {
    return new AuditHeadKey().kty("OKP").crv("Ed25519").kid(key.kid()).x(key.x());
  }

  static AuditVerification verification(Verification found) {
    return new AuditVerification()
        .sound(found.isSound())
        .complete(found.complete())
        .verifiedFrom(found.from())
        .verifiedTo(found.to())
        .headsCompared(found.heads())
        .findingCount(found.findingCount())
        .findings(found.findings().stream().map(AuditModels::finding).toList());
  }

  private static AuditFinding finding(Finding finding) {
    return new AuditFinding()
        .kind(AuditFindingKind.valueOf(finding.kind().name()))
        .fromSeq(finding.from())
        .toSeq(finding.to());
  }
}
