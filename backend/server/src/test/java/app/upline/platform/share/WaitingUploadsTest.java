package app.upline.platform.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.platform.form.FormMemory;
import app.upline.testing.HeldRow;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More uploads of an agency than can be worked on, whose bodies lie in memory only when soon. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.long-work.at-once", value = "2")
@Property(name = "upline.long-work.per-organization", value = "1")
@Property(name = "upline.long-work.places", value = "6")
@Property(name = "upline.long-work.patience", value = "1h")
class WaitingUploadsTest {
  private static final int UPLOADS = 6;
  private static final int SIZE = 1024 * 1024;

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject LongWorkQueue queue;
  @Inject FormMemory memory;

  @Inject
  @Named("default")
  DatasourceConfiguration database;

  @Test
  void thoseThatWaitLongerThanTheNextHoldNoMemory() throws Exception {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    List<Future<Response>> uploads = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      try (HeldRow held = HeldRow.ofAgency(database, reporter.organizationId())) {
        for (int i = 0; i < UPLOADS; i++) {
          uploads.add(callers.submit(() -> upload(reporter)));
        }
        while (queue.underWay() < UPLOADS || memory.held() < 2 * SIZE) {
          assertThat(uploads).noneMatch(Future::isDone);
          Thread.sleep(20);
        }
        // Time enough for the others to be read, if they were.
        Thread.sleep(500);
        assertThat(memory.held()).isBetween(2L * SIZE, 2L * SIZE + SIZE / 2);
      }
    }
    assertThat(uploads).allMatch(upload -> upload.resultNow().statusCode() == 201);
    assertThat(memory.held()).isZero();
    assertThat(queue.underWay()).isZero();
  }

  /** A row, and lines without any that make the file large. */
  private Response upload(TestUser person) {
    String sheet =
        """
        Legal name,Entity type,Functions,Address,City,State,ZIP,Contact,E-mail,Website,Start date,Offshore
        Keystone Marketing LLC,Marketing agency,Marketing,1 Main St,Tampa,FL,33602,Desk,desk@entity.example,www.entity.example,01/15/2025,N
        """;
    String large = sheet + ",,,,,,,,,,,\n".repeat((SIZE - sheet.length()) / 12);
    return RestAssured.given()
        .baseUri(server.getURL().toString())
        .header("Authorization", "Bearer " + person.accessToken())
        .multiPart("file", "sheet.csv", large.getBytes(UTF_8), "text/csv")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports");
  }
}
