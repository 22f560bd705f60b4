package app.upline.platform.form;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of forms are held at a time, of all callers together. Whoever asks for more is
 * told to come again; it passes when others are done.
 */
@Singleton
final class FormMemory {
  private static final int RETRY_AFTER_SECONDS = 5;

  private final long most;
  private final AtomicLong held = new AtomicLong();

  /**
   * @param most in bytes; a quarter of the heap unless told otherwise
   */
  FormMemory(@Value("${upline.uploads.memory:0}") long most) {
    this.most = most > 0 ? most : Runtime.getRuntime().maxMemory() / 4;
  }

  /**
   * Takes some more.
   *
   * @throws ProblemException 503 when there is no room for it now
   */
  void take(long bytes) {
    if (held.addAndGet(bytes) > most) {
      held.addAndGet(-bytes);
      throw ProblemException.of(
              ProblemType.UNAVAILABLE, "Too many uploads are under way; send it again soon.")
          .retryAfter(RETRY_AFTER_SECONDS);
    }
  }

  void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }

  /** How much is held now. */
  long held() {
    return held.get();
  }
}
