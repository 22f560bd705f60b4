package app.upline.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that has no connection to its database left: it says so to every caller. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "datasources.default.connection-timeout", value = "500")
@Property(name = "upline.database.watched", value = "false")
class NoDatabaseTest {
  @Inject EmbeddedServer server;
  @Inject DataSource dataSource;

  private final List<Connection> held = new ArrayList<>();
  private HikariDataSource pool;

  @BeforeEach
  void holdAllThereAre() throws SQLException {
    pool = DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);
    while (held.size() < pool.getMaximumPoolSize()) {
      try {
        held.add(pool.getConnection());
      } catch (SQLException e) {
        // A job of the service has it for a moment.
      }
    }
  }

  @AfterEach
  void giveBack() throws SQLException {
    for (Connection connection : held) {
      connection.close();
    }
  }

  /** Of background jobs, which wait too, nothing is counted: only of what a request waits for. */
  @Test
  void whoeverAsksIsToldToTryAgainHavingWaitedOnceAndNotAgainToRecordThatThereWasNone() {
    AtomicInteger waits = new AtomicInteger();
    pool.setMetricsTrackerFactory((name, statistics) -> countingIn(waits));

    signIn()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:upline:problem:unavailable"));

    assertThat(waits.get()).isEqualTo(1);
  }

  private ValidatableResponse signIn() {
    return given()
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", "a@people.example", "password", "whatever"))
        .post("/v1/sessions")
        .then();
  }

  private static IMetricsTracker countingIn(AtomicInteger waits) {
    return new IMetricsTracker() {
      @Override
      public void recordConnectionTimeout() {
        if (ServerRequestContext.currentRequest().isPresent()) {
          waits.incrementAndGet();
        }
      }
    };
  }
}
