package app.upline.platform.form;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of forms are held at a time: of all callers together, and of one organization, or
 * one network address of strangers, half of that. A caller that needs more is told to come again;
 * it passes when others are done.
 */
@Singleton
public final class FormMemory {
  private static final int RETRY_AFTER_SECONDS = 5;

  /** The largest form there is finds room, however little memory there is. */
  private static final long LARGEST = 12L * 1024 * 1024;

  private final long most;
  private final long mostOfOne;
  private final Map<String, Long> ofOne = new HashMap<>();
  private long held;

  /**
   * @param most in bytes; a quarter of the heap unless told otherwise
   */
  FormMemory(@Value("${upline.uploads.memory:0}") long most) {
    this.most = most > 0 ? most : Runtime.getRuntime().maxMemory() / 4;
    this.mostOfOne = Math.max(this.most / 2, Math.min(this.most, LARGEST));
  }

  /**
   * Takes some more.
   *
   * @param owner an organization, or a network address
   * @throws ProblemException 503 when there is no room for it now, 429 when the owner has too much
   */
  synchronized void take(String owner, long bytes) {
    if (held + bytes > most) {
      throw ProblemException.of(
              ProblemType.UNAVAILABLE, "Too many uploads are under way; send it again soon.")
          .retryAfter(RETRY_AFTER_SECONDS);
    }
    long mine = ofOne.getOrDefault(owner, 0L) + bytes;
    if (mine > mostOfOne) {
      throw ProblemException.of(
              ProblemType.TOO_MUCH_AT_ONCE,
              "Too many of your uploads are under way at once; send it again in %d seconds."
                  .formatted(RETRY_AFTER_SECONDS))
          .retryAfter(RETRY_AFTER_SECONDS);
    }
    held += bytes;
    ofOne.put(owner, mine);
  }

  synchronized void giveBack(String owner, long bytes) {
    held -= bytes;
    ofOne.computeIfPresent(owner, (key, mine) -> mine == bytes ? null : mine - bytes);
  }

  /** How much is held now. */
  public synchronized long held() {
    return held;
  }
}
