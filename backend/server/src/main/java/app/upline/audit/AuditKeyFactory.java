package app.upline.audit;

import app.upline.platform.keys.KeyKind;
import app.upline.platform.keys.KeySource;
import app.upline.platform.keys.VersionedKeys;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;

/** Finds the keys of the trail at the start, so that a missing one refuses it. */
@Factory
final class AuditKeyFactory {
  private static final KeyKind<AuditKeys> AUDIT =
      new KeyKind<>(
          "keys of the audit trail",
          "UPLINE_AUDIT_KEYS",
          "one or more keys such as 1:<32 bytes in base64>, the one for new events first",
          "audit-keys",
          GuardedAuditKeys.KIND,
          VersionedKeys::random,
          AuditKeys::parse);

  private static final KeyKind<HeadKeys> HEADS =
      new KeyKind<>(
          "keys that sign audit heads",
          "UPLINE_AUDIT_HEAD_KEYS",
          "32 random bytes in base64, such as `openssl rand -base64 32` prints; former keys after"
              + " the new one",
          "audit-head-keys",
          GuardedHeadKeys.KIND,
          HeadKey::random,
          HeadKeys::parse);

  @Context
  AuditKeys auditKeys(AuditSettings settings, KeySource source) {
    return source.read(AUDIT, settings.keys(), settings.keysFile());
  }

  @Context
  HeadKeys headKeys(AuditSettings settings, KeySource source) {
    return source.read(HEADS, settings.headKeys(), settings.headKeysFile());
  }
}
