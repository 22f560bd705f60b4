package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How transactions on the real engine lose, and how long anything is waited for. */
@Tag("engine")
@MicronautTest(transactional = false)
class LostTransactionsTest {
  /** Rows that have come to rest are forgotten. */
  private static final long FAR_OFF = 9_000_000_000_000_000L;

  @Inject Database database;
  @Inject DurabilityCheck durability;
  @Inject DataSource dataSource;

  private final String one = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();
  private final AtomicInteger begun = new AtomicInteger();
  private final CyclicBarrier both = new CyclicBarrier(2);

  @Test
  void ofTwoThatWaitForEachOtherBothAreDoneAndOnce() {
    row(one);
    row(other);
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> moveOn(one, other));
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> moveOn(other, one));
    CompletableFuture.allOf(first, second).join();

    assertThat(begun.get()).as("attempts").isGreaterThan(2);
    assertThat(valueOf(one)).isEqualTo(FAR_OFF + 2);
    assertThat(valueOf(other)).isEqualTo(FAR_OFF + 2);
  }

  @Test
  void nothingIsWaitedForWithoutEndWhateverTheAddressSays() throws Exception {
    HikariDataSource pool =
        DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);

    assertThat(pool.getDataSourceProperties())
        .containsKeys("connectTimeout", "socketTimeout", "tcpKeepAlive");
    assertThat(pool.getKeepaliveTime()).isPositive();
    try (var connection = pool.getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(15_000);
    }
    int lockWait =
        database.reading(
            () ->
                database
                    .first(Sql.of("select @@innodb_lock_wait_timeout"), row -> row.getInt(1))
                    .orElseThrow());
    assertThat(lockWait).isEqualTo(10);
  }

  /** The driver refuses it: the server is not told which transactions read. */
  @Test
  void whatOnlyReadsCanChangeNothing() {
    row(one);
    assertThatThrownBy(() -> database.reading(() -> add(one)))
        .hasStackTraceContaining("Connection is read-only");
    assertThat(valueOf(one)).isEqualTo(FAR_OFF);
    database.writing(() -> add(one));
    assertThat(valueOf(one)).isEqualTo(FAR_OFF + 1);
  }

  /** The server of the tests does without waiting for the disk, as it should not elsewhere. */
  @Test
  void aServerThatMayLoseWhatWasAcknowledgedIsFoundOut() {
    assertThat(durability.durability().faults())
        .containsExactly("innodb_flush_log_at_trx_commit is 0");
    assertThat(new DurabilityCheck.Durability(1, false, 0).faults()).isEmpty();
    assertThat(new DurabilityCheck.Durability(1, true, 1).faults()).isEmpty();
    assertThat(new DurabilityCheck.Durability(2, true, 0).faults()).hasSize(2);
  }

  private void moveOn(String mine, String theirs) {
    database.writing(
        () -> {
          boolean firstTime = begun.incrementAndGet() <= 2;
          add(mine);
          if (firstTime) {
            await();
          }
          add(theirs);
          return null;
        });
  }

  private void await() {
    try {
      both.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void row(String bucket) {
    database.writing(
        () ->
            database.update(
                Sql.of(
                    "insert into rate_limit (bucket, theoretical_arrival_at) values (?, ?)",
                    bucket,
                    FAR_OFF)));
  }

  private int add(String bucket) {
    return database.update(
        Sql.of(
            "update rate_limit set theoretical_arrival_at = theoretical_arrival_at + 1 where bucket = ?",
            bucket));
  }

  private long valueOf(String bucket) {
    return database.reading(
        () ->
            database
                .first(
                    Sql.of(
                        "select theoretical_arrival_at from rate_limit where bucket = ?", bucket),
                    row -> row.getLong(1))
                .orElseThrow());
  }
}
