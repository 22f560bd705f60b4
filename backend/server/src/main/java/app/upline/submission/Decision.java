package app.upline.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a submitted revision ended.
 *
 * @param by a name
 */
public record Decision(Outcome outcome, String by, Instant at, @Nullable String message) {

  /** The carrier accepted it or sent it back, or the agency took it back. */
  public enum Outcome {
    ACKNOWLEDGED,
    RETURNED,
    WITHDRAWN
  }
}
