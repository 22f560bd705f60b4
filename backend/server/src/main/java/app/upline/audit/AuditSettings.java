package app.upline.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the audit trail.
 *
 * @param keys {@code 2:base64 1:base64}, the one that chains new events first
 * @param keysFile a file that holds the same, where a secret comes as a file
 * @param headKeys sign heads: 32 bytes in base64 each, the one that signs first
 * @param headKeysFile a file that holds the same
 */
@ConfigurationProperties("upline.audit")
record AuditSettings(
    @Nullable String keys,
    @Nullable Path keysFile,
    @Nullable String headKeys,
    @Nullable Path headKeysFile) {

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "AuditSettings[]";
  }
}
