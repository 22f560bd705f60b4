package app.upline.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the audit trail.
 *
 * @param keys {@code 2:base64 1:base64}, the one that chains new events first
 * @param keysFile a file that holds the same, where a secret comes as a file
 */
@ConfigurationProperties("upline.audit")
record AuditSettings(@Nullable String keys, @Nullable Path keysFile) {

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "AuditSettings[]";
  }
}
