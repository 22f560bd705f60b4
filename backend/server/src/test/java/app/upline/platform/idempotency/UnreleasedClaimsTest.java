package app.upline.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Claims of failed requests, and a database that is away. */
class UnreleasedClaimsTest {
  private static final KeyedCall CALL =
      new KeyedCall(new UUID(0, 1), "key-12345", "act", "00", false);
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  private final List<UUID> released = new ArrayList<>();
  private boolean away;
  private final AtomicInteger ended = new AtomicInteger();

  private final ServerInstance instance =
      new ServerInstance(null, CLOCK) {
        @Override
        void end() {
          ended.incrementAndGet();
        }
      };

  private final IdempotencyLedger ledger =
      new IdempotencyLedger(
          null,
          null,
          new IdempotencySettings(Duration.ofSeconds(18), Duration.ofHours(24)),
          null,
          CLOCK) {
        @Override
        void release(KeyedCall call, UUID claim) {
          if (away) {
            throw new IllegalStateException("The database is away");
          }
          released.add(claim);
        }
      };

  private final UnreleasedLocks claims = new UnreleasedLocks(ledger, instance);

  @Test
  void aClaimIsGivenBackAtOnce() {
    claims.release(CALL, FIRST, null);
    assertThat(released).containsExactly(FIRST);
  }

  @Test
  void whatCouldNotBeGivenBackIsGivenBackWhenTheDatabaseIsThereAgain() {
    away = true;
    claims.release(CALL, FIRST, null);
    claims.release(CALL, SECOND, null);
    claims.releaseThoseThatWait();
    assertThat(released).isEmpty();

    away = false;
    claims.releaseThoseThatWait();
    assertThat(released).containsExactly(FIRST, SECOND);

    claims.releaseThoseThatWait();
    assertThat(released).containsExactly(FIRST, SECOND);
  }

  @Test
  void theServerSaysThatItLivesForAsLongAsOneWaits() {
    away = true;
    claims.release(CALL, FIRST, null);
    claims.releaseThoseThatWait();
    assertThat(ended).hasValue(0);

    away = false;
    claims.releaseThoseThatWait();
    claims.releaseThoseThatWait();
    assertThat(ended).hasValue(1);
  }
}
