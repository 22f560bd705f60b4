package app.upline.platform.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pool whose connections never come back, and that is looked at by the test alone. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.database.stuck-after", value = "0s")
@Property(name = "upline.database.look-every", value = "1h")
@Property(name = "datasources.default.connection-timeout", value = "300")
class StuckPoolTest {
  @Inject EmbeddedServer server;
  @Inject StuckPool stuck;
  @Inject DataSource dataSource;

  @Test
  void aProcessWhoseConnectionsNeverComeBackIsNotAliveAndABusyOneIs() throws Exception {
    HikariDataSource pool =
        DelegatingDataSource.unwrapDataSource(dataSource).unwrap(HikariDataSource.class);
    stuck.look();
    assertThat(liveness()).isEqualTo(200);

    List<Connection> lost = new ArrayList<>();
    try {
      while (lost.size() < pool.getMaximumPoolSize()) {
        try {
          lost.add(pool.getConnection());
        } catch (SQLException e) {
          // A job of the service has it for a moment.
        }
      }
      // Alive while nobody wants one; a job may for a moment.
      do {
        stuck.look();
      } while (liveness() != 200);

      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
      lost.removeLast().close();
      lost.add(pool.getConnection());
      stuck.look();
      assertThat(liveness()).as("one came back").isEqualTo(200);

      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
      stuck.look();
      assertThat(liveness()).isEqualTo(503);
    } finally {
      for (Connection connection : lost) {
        connection.close();
      }
    }
    stuck.look();
    assertThat(liveness()).isEqualTo(200);
  }

  private int liveness() {
    return given().baseUri(server.getURL().toString()).get("/health/liveness").statusCode();
  }
}
