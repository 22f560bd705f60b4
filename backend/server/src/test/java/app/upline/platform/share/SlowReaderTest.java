package app.upline.platform.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Api;
import app.upline.testing.ManyAgencies;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Downloads that the client does not take: they hold a place for a while, and nothing else. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Property(name = "upline.long-work.at-once", value = "1")
@Property(name = "upline.long-work.places", value = "2")
@Property(name = "upline.http.download-patience", value = "3s")
class SlowReaderTest {

  private static final int MANY = 30_000;
  private static final String EXPORT = "/v1/relationships/export?format=CSV";

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestRecords holdings;
  @Inject ManyAgencies multitude;
  @Inject LongWorkQueue queue;

  @Inject
  @Named("default")
  DataSource pool;

  private TestUser reporter;

  @BeforeAll
  void aLargeRegister() {
    TestRecords.Owner owner = holdings.owner();
    reporter = owner.people().getFirst();
    multitude.addRegister(owner.rows(), 1, MANY);
  }

  @Test
  void whoeverTakesNothingKeepsNoConnectionAndNobodysTurnAndIsGivenUp() throws Exception {
    try (Socket one = asking();
        Socket other = asking()) {
      await(() -> queue.underWay() == 2);
      assertThat(api.as(reporter).get(EXPORT).statusCode()).isEqualTo(429);
      await(() -> connectionsInUse() == 0);
      await(() -> queue.underWay() == 0);
      assertThat(api.as(reporter).get(EXPORT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoeverGoesAwayLeavesNothing() throws Exception {
    Socket reader = asking();
    await(() -> queue.underWay() == 1);
    reader.close();
    await(() -> queue.underWay() == 0);
    await(() -> connectionsInUse() == 0);
    assertThat(api.as(reporter).get(EXPORT).statusCode()).isEqualTo(200);
  }

  private Socket asking() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(EXPORT, reporter.accessToken())
                .getBytes(UTF_8));
    return socket;
  }

  private int connectionsInUse() throws Exception {
    return pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
  }

  /** Something that will be so. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    while (!condition.holds()) {
      Thread.sleep(20);
    }
  }
}
