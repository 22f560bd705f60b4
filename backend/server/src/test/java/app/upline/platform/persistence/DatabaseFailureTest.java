package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "1213, 40001, CONFLICT",
    "1205, HY000, CONFLICT",
    "1020, HY000, CONFLICT",
    "3101, 40000, CONFLICT",
    "1290, HY000, READ_ONLY",
    "1836, HY000, READ_ONLY",
    "1792, 25006, READ_ONLY",
    "3100, HY000, READ_ONLY",
    "1021, HY000, FULL",
    "1114, HY000, FULL",
    "1026, HY000, FULL",
    "1040, 08004, UNREACHABLE",
    "1203, 42000, UNREACHABLE",
    "1927, 70100, UNREACHABLE",
    "3024, HY000, UNREACHABLE",
    "0, 08S01, UNREACHABLE",
  })
  void whatPassesIsKnownByItsNumber(int code, String state, DatabaseFailure expected) {
    SQLException failure = new SQLException("as the server words it", state, code);

    assertThat(DatabaseFailure.of(new DataAccessException("wrapped", failure))).contains(expected);
  }

  @Test
  void aFullDiskIsKnownByWhatTheOperatingSystemSays() {
    assertThat(
            DatabaseFailure.of(new SQLException("Got error 28 from storage engine", "HY000", 1030)))
        .contains(DatabaseFailure.FULL);
    assertThat(
            DatabaseFailure.of(
                new SQLException(
                    "Error writing file (Errcode: 28 \"No space left on device\")", "HY000", 1180)))
        .contains(DatabaseFailure.FULL);
    assertThat(
            DatabaseFailure.of(
                new SQLException("Duplicate entry 'Got error 28' for key 'x'", "23000", 1062)))
        .isEmpty();
  }

  @Test
  void aConnectionThatWasNotToBeHadIsToldFromOneThatBroke() {
    SQLException none = new SQLTransientConnectionException("timed out after 5000ms");
    assertThat(DatabaseFailure.of(none)).contains(DatabaseFailure.NO_CONNECTION);
    assertThat(DatabaseFailure.of(new ConnectionException("closed", new SQLException("closed"))))
        .contains(DatabaseFailure.UNREACHABLE);
    assertThat(DatabaseFailure.of(new ConnectionException("none", none)))
        .contains(DatabaseFailure.NO_CONNECTION);
  }

  @Test
  void whatWouldFailAgainDoesNotPass() {
    assertThat(DatabaseFailure.of(new SQLException("Syntax", "42000", 1064))).isEmpty();
    assertThat(DatabaseFailure.of(new SQLException("Duplicate", "23000", 1062))).isEmpty();
    assertThat(DatabaseFailure.of(new IllegalStateException())).isEmpty();
  }

  @Test
  void aTransactionThatLostIsDoneAgainAndOtherFailuresAreNot() {
    AtomicInteger times = new AtomicInteger();
    assertThat(LostTransactions.again(() -> lostUntil(3, times))).isEqualTo(3);

    times.set(0);
    assertThatThrownBy(() -> LostTransactions.again(() -> lostUntil(99, times)))
        .isInstanceOf(DataAccessException.class);
    assertThat(times.get()).isEqualTo(8);

    times.set(0);
    assertThatThrownBy(
            () ->
                LostTransactions.again(
                    () -> {
                      times.incrementAndGet();
                      throw new DataAccessException("", new SQLException("Syntax", "42000", 1064));
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThat(times.get()).isEqualTo(1);
  }

  private static int lostUntil(int wanted, AtomicInteger times) {
    if (times.incrementAndGet() < wanted) {
      throw new DataAccessException("", new SQLException("Deadlock found", "40001", 1213));
    }
    return times.get();
  }
}
