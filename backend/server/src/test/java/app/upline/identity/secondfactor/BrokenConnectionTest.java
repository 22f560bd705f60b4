package app.upline.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.upline.identity.Role;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.persistence.Sql;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A statement waits for a locked table when its connection is cut. */
@Tag("engine")
@MicronautTest(transactional = false)
class BrokenConnectionTest {
  private static final Sql COUNT =
      Sql.of("select count(*) from second_factor where key_version = 0");

  @Inject TestUsers crowd;
  @Inject Database database;
  @Inject SecondFactorRows factors;
  @Inject Owner owner;
  @Inject DatasourceConfiguration settings;

  private UUID person;
  private Connection holder;

  @BeforeEach
  void somebodyWhoMayHoldATable() throws SQLException {
    person = crowd.someone(Role.AGENCY_REPORTER).id();
    holder = owner.open();
  }

  @AfterEach
  void whoLetsItGo() throws SQLException {
    holder.close();
  }

  @Test
  void aTransactionThatOnlyReadsIsReadAgain() throws Exception {
    assertThat(cutWhile(() -> database.reading(() -> database.first(COUNT, row -> row.getInt(1)))))
        .contains(0);
  }

  @Test
  void aReadOfARepositoryIsReadAgain() throws Exception {
    assertThat(cutWhile(() -> factors.findByUserId(person))).isEmpty();
  }

  /** It may have been done: the caller is told, and tries again. */
  @Test
  void whatChangesSomethingIsNotDoneAgain() {
    assertThat(catchThrowable(() -> cutWhile(() -> factors.useStep(person, Long.MAX_VALUE))))
        .satisfies(
            failure ->
                assertThat(DatabaseFailure.of(failure)).contains(DatabaseFailure.UNREACHABLE));
  }

  @Test
  void aPartOfATransactionIsNotReadAgainByItself() {
    assertThat(
            catchThrowable(
                () ->
                    cutWhile(
                        () ->
                            database.writing(
                                () -> {
                                  database.update(
                                      Sql.of(
                                          "update rate_limit set theoretical_arrival_at = 0 where bucket = 'none'"));
                                  return factors.findByUserId(person);
                                }))))
        .satisfies(
            failure ->
                assertThat(DatabaseFailure.of(failure)).contains(DatabaseFailure.UNREACHABLE));
  }

  /** Cuts the connection of what waits for the table, then lets the table go. */
  private <T> T cutWhile(Supplier<T> work) throws Exception {
    run(holder, "lock tables second_factor write");
    CompletableFuture<T> asked = CompletableFuture.supplyAsync(work);
    try (Connection other = connection()) {
      long waiting = waiting(other);
      while (waiting == 0 && !asked.isDone()) {
        Thread.sleep(10);
        waiting = waiting(other);
      }
      assertThat(asked).isNotDone();
      run(other, "kill " + waiting);
    }
    run(holder, "unlock tables");
    return asked.join();
  }

  /** The connection that waits for the table; 0 while there is none. */
  private static long waiting(Connection other) throws SQLException {
    try (PreparedStatement ask =
            other.prepareStatement(
                "select id from information_schema.processlist where state like 'Waiting for table metadata lock%'");
        ResultSet found = ask.executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  /** As the application's account, which sees and ends its own connections. */
  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        settings.getUrl(), settings.getUsername(), settings.getPassword());
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
