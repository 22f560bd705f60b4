package app.upline.platform.throttle;

import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts attempts by the generic cell rate algorithm: each costs a little time, and a caller who
 * owes more than the burst is worth waits. One row and one conditional update each.
 *
 * <p>Called outside of a transaction, what was tried stays counted, whatever becomes of it: so it
 * is for guesses. Within one, as where the answer to a key is remembered with its effect, it counts
 * what has come about: so it is for mails.
 */
@Singleton
public class AttemptLimiter {

  /** How far apart the clocks of several servers may be. */
  private static final Duration APART = Duration.ofMinutes(5);

  private final AttemptLimitRows rows;
  private final Database database;
  private final Clock clock;

  AttemptLimiter(AttemptLimitRows rows, Database database, Clock clock) {
    this.rows = rows;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts an attempt under several limits, or under none when one of them is met.
   *
   * @return the limit that was met; empty when the attempt is allowed
   */
  public Optional<TooMany> take(List<LimitedAttempt> attempts) {
    List<LimitedAttempt> taken = new ArrayList<>();
    for (LimitedAttempt attempt : attempts) {
      Optional<TooMany> refusal = take(attempt);
      if (refusal.isPresent()) {
        giveBack(taken);
        return refusal;
      }
      taken.add(attempt);
    }
    return Optional.empty();
  }

  /** Counts them back: what succeeded is no attempt to guess. */
  public void giveBack(List<LimitedAttempt> attempts) {
    attempts.forEach(attempt -> rows.giveBack(attempt.bucket(), micros(attempt.limit().every())));
  }

  private Optional<TooMany> take(LimitedAttempt attempt) {
    Limit limit = attempt.limit();
    String bucket = attempt.bucket();
    long now = micros(clock.instant());
    long every = micros(limit.every());
    long latest = now + micros(limit.tolerance());
    long beyond = latest + every + micros(APART);
    if (rows.take(bucket, now, every, latest, beyond) == 1
        || rows.begin(bucket, now + every) == 1
        // Another has begun in the same moment.
        || rows.take(bucket, now, every, latest, beyond) == 1) {
      return Optional.empty();
    }
    // Locked: also the transaction at hand, which may have an older view, reads what is there now.
    Optional<AttemptLimitRows.Row> met = database.writing(() -> rows.lock(bucket));
    if (met.isEmpty()) {
      // Swept meanwhile, since nothing was owed any more.
      return Optional.empty();
    }
    long wait = Math.max(1, met.get().theoreticalArrivalAt() - latest);
    return Optional.of(new TooMany(limit, Duration.of(wait, ChronoUnit.MICROS)));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
