package app.upline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims of failed requests, and a database that is away. */
class UnreleasedClaimsTest {
  private static final KeyedCall CALL = new KeyedCall("somebody", "key-12345", "act", "00", false);
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private final List<String> released = new ArrayList<>();
  private boolean away;
  private Instant now = START;

  private final IdempotencyLedger ledger =
      new IdempotencyLedger(
          null,
          new IdempotencySettings(
              Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofHours(24)),
          null,
          Clock.fixed(START, ZoneOffset.UTC)) {
        @Override
        void release(KeyedCall call, String claim) {
          if (away) {
            throw new IllegalStateException("The database is away");
          }
          released.add(claim);
        }

        @Override
        boolean isOver(Instant end) {
          return !end.isAfter(now);
        }
      };

  private final UnreleasedClaims claims = new UnreleasedClaims(ledger);

  @Test
  void aClaimIsGivenBackAtOnce() {
    claims.release(CALL, "first", null);
    assertThat(released).containsExactly("first");
  }

  @Test
  void whatCouldNotBeGivenBackIsGivenBackWhenTheDatabaseIsThereAgain() {
    away = true;
    claims.release(CALL, "first", null);
    claims.release(CALL, "second", null);
    claims.releaseThoseThatWait();
    assertThat(released).isEmpty();

    away = false;
    claims.releaseThoseThatWait();
    assertThat(released).containsExactly("first", "second");

    claims.releaseThoseThatWait();
    assertThat(released).containsExactly("first", "second");
  }

  @Test
  void whoseLeaseIsOverIsForgotten() {
    away = true;
    claims.release(CALL, "first", null);
    away = false;
    now = START.plusSeconds(60);
    claims.releaseThoseThatWait();
    assertThat(released).isEmpty();
  }
}
