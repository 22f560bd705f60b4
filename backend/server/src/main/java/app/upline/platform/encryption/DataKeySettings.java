package app.upline.platform.encryption;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of personal data come from.
 *
 * @param keys {@code 2:base64 1:base64}, the one that seals first
 * @param keysFile a file that holds the same, where a secret comes as a file
 */
@ConfigurationProperties("upline.personal-data")
record DataKeySettings(@Nullable String keys, @Nullable Path keysFile) {

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "DataKeySettings[]";
  }
}
