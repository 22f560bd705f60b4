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
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A server whose database is not there: it starts, and says so to whoever asks. */
@MicronautTest(transactional = false)
@Property(name = "upline.local-database.enabled", value = "false")
@Property(name = "flyway.enabled", value = "false")
@Property(name = "datasources.default.url", value = "jdbc:mysql://127.0.0.1:1/none")
@Property(name = "datasources.default.username", value = "nobody")
@Property(name = "datasources.default.password", value = "nothing")
@Property(name = "datasources.default.initialization-fail-timeout", value = "-1")
@Property(name = "datasources.default.connection-timeout", value = "300")
@Property(name = "upline.database.watched", value = "false")
class NoDatabaseTest {
  @Inject EmbeddedServer server;
  @Inject DataSource dataSource;

  /** Of background jobs, which wait too, nothing is counted: only of what a request waits for. */
  @Test
  void aRequestWaitsForAConnectionOnceAndNotAgainToRecordThatThereWasNone() throws Exception {
    AtomicInteger waits = new AtomicInteger();
    HikariDataSource pool =
        DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);
    pool.setMetricsTrackerFactory((name, statistics) -> countingIn(waits));

    given()
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", "b@people.example", "password", "whatever"))
        .post("/v1/sessions")
        .then()
        .statusCode(503);

    assertThat(waits.get()).isEqualTo(1);
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

  @Test
  void whoeverAsksIsToldToTryAgain() {
    given()
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", "a@people.example", "password", "whatever"))
        .post("/v1/sessions")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:upline:problem:unavailable"));
  }
}
