package app.upline.platform.persistence;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while that the database had no space: asked, it answers as ever, and only what is
 * written tells.
 */
@Singleton
public class DatabaseStanding {
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private volatile @Nullable Long fullAt;

  /** Takes note of what a request met. */
  public void note(DatabaseFailure failure) {
    if (failure == DatabaseFailure.FULL) {
      fullAt = System.nanoTime();
    }
  }

  /** Whether something could not be written for want of space, a moment ago. */
  boolean isFull() {
    return fullAt instanceof Long at && System.nanoTime() - at < REMEMBERED.toNanos();
  }
}
