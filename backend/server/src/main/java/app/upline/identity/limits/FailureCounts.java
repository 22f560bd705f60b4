package app.upline.identity.limits;

import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.Secret;
import app.upline.platform.throttle.Limit;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failures in a row. A hundred (NIST SP 800-63B, 3.2.2) are the end, however slowly they came: then
 * nothing but a new password by mail counts again. Those of strangers end what strangers may do;
 * the places that the account knows count each for itself.
 */
@Singleton
public class FailureCounts {
  public static final int MOST = 100;

  /** What is told when it is over: no time brings more. */
  public static final Limit TOTAL = new Limit("sign-in-total", MOST, Duration.ofDays(1));

  public static final Duration REMEMBERED = Duration.ofDays(90);

  private final FailureRows rows;
  private final Notices notices;
  private final Clock clock;

  FailureCounts(FailureRows rows, Notices notices, Clock clock) {
    this.rows = rows;
    this.notices = notices;
    this.clock = clock;
  }

  /** What is guessed. */
  enum Kind {
    PASSWORD,
    CODE,
    OWN_SECRET
  }

  /**
   * What failures are counted for.
   *
   * @param userId whose they are; null for an address without an account, which is counted the same
   */
  record Subject(Kind kind, @Nullable UUID userId, String name) {

    /** Under what it is counted: no address is kept. */
    String key() {
      return new Secret(kind + "\n" + name).sha256();
    }
  }

  /** Counts what is tried as a failure, before it is looked at: of many at once none is missed. */
  Optional<TooMany> take(Subject subject) {
    String key = subject.key();
    if (rows.count(key, MOST, clock.instant()) == 1) {
      tellOfTheLast(subject, key);
      return Optional.empty();
    }
    if (rows.begin(key, subject.userId(), subject.kind().name(), clock.instant()) == 1
        || rows.count(key, MOST, clock.instant()) == 1) {
      return Optional.empty();
    }
    return Optional.of(new TooMany(TOTAL, TOTAL.every()));
  }

  private void tellOfTheLast(Subject subject, String key) {
    if (subject.userId() != null
        && rows.find(key).filter(row -> row.failures() == MOST).isPresent()) {
      notices.tell(Notice.GUESSED_AT, subject.userId());
    }
  }

  /** It was none: whatever failed before it, at whatever place, is no longer in a row. */
  void succeeded(Subject subject) {
    if (subject.userId() != null) {
      rows.forget(subject.userId(), subject.kind().name());
    }
  }

  /** After a new password by mail, counting starts over. */
  public void forgetAll(UUID userId) {
    rows.forgetAll(userId);
  }
}
