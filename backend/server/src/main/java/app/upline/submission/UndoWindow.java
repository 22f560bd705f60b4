package app.upline.submission;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For how long after an acknowledgement its reviewers may find that it was a mistake. */
@Singleton
final class UndoWindow {

  private final Duration length;
  private final Clock clock;

  UndoWindow(
      @Value("${upline.submissions.undo-acknowledgement-within:24h}") Duration length,
      Clock clock) {
    if (length.isNegative()) {
      throw new IllegalArgumentException(
          "upline.submissions.undo-acknowledgement-within is less than nothing: " + length);
    }
    this.length = length;
    this.clock = clock;
  }

  /**
   * Of an acknowledgement.
   *
   * @param until the first moment at which it stands for good
   * @param isOpen whether that was still to come when the submission was read
   */
  record Undoing(Instant until, boolean isOpen) {}

  /** Null of what is not acknowledged. */
  @Nullable Undoing of(SubmissionStatus status, @Nullable Decision decision) {
    if (status != SubmissionStatus.ACKNOWLEDGED || decision == null) {
      return null;
    }
    Instant until = decision.at().plus(length);
    return new Undoing(until, clock.instant().isBefore(until));
  }
}
