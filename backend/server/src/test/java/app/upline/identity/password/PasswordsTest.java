package app.upline.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.throttle.BusyException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void aPasswordFitsItsOwnHashOnly() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("Correct horse", hash)).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashEveryTime() {
    assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
  }

  @Test
  void aCrowdAtTheDoorIsMostlyTurnedAwayAtOnceAndLeavesProcessorsToOthers() throws Exception {
    String hash = passwords.hash("correct horse");
    AtomicInteger turnedAway = new AtomicInteger();
    AtomicInteger looked = new AtomicInteger();
    Callable<Void> stranger =
        () -> {
          try {
            passwords.attended(() -> passwords.matches("not it", hash));
            looked.incrementAndGet();
          } catch (BusyException busy) {
            assertThat(busy.retryAfterSeconds()).isPositive();
            turnedAway.incrementAndGet();
          }
          return null;
        };
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> one : strangers.invokeAll(Collections.nCopies(300, stranger))) {
        one.get();
      }
    }

    assertThat(looked.get()).isPositive();
    assertThat(turnedAway.get()).isGreaterThan(200);
    assertThat(looked.get() + turnedAway.get()).isEqualTo(300);
    assertThat(passwords.matches("correct horse", hash)).isTrue();
  }
}
