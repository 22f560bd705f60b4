package app.upline.platform.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.HeldRow;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agency whose register is held by another writer, so that its uploads take as long. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.long-work.at-once", value = "2")
@Property(name = "upline.long-work.per-organization", value = "1")
@Property(name = "upline.long-work.places", value = "2")
@Property(name = "upline.long-work.patience", value = "1h")
class LongWorkTest {

  private static final String SHEET =
      """
      Legal name,Entity type,Functions,Address,City,State,ZIP,Contact,E-mail,Website,Start date,Offshore
      Keystone Marketing LLC,Marketing agency,Marketing,1 Main St,Tampa,FL,33602,Desk,desk@entity.example,www.entity.example,01/15/2025,N
      """;

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject LongWorkQueue queue;

  @Inject
  @Named("default")
  DatasourceConfiguration database;

  @Inject
  @Named("default")
  DataSource pool;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private TestUser reporter;
  private TestUser colleague;

  @BeforeEach
  void anAgencyOfTwo() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    colleague = crowd.someone(Role.AGENCY_REPORTER, reporter.organizationId());
  }

  @AfterEach
  void end() {
    callers.close();
  }

  @Test
  void oneTooManyOfAnAgencyIsToldToComeAgainAndOthersAreServed() throws Exception {
    List<Future<Response>> uploads;
    try (HeldRow held = HeldRow.ofAgency(database, reporter.organizationId())) {
      uploads = List.of(begun(reporter), begun(colleague));
      Response refused = refused(reporter);
      assertThat(refused.contentType()).isEqualTo("application/problem+json");
      assertThat(refused.<String>path("type")).isEqualTo("urn:upline:problem:too-much-at-once");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(export(colleague).statusCode()).isEqualTo(429);

      // Others, and what is short, go on meanwhile.
      assertThat(upload(crowd.someone(Role.AGENCY_REPORTER)).statusCode()).isEqualTo(201);
      assertThat(export(crowd.someone(Role.CARRIER_ANALYST)).statusCode()).isEqualTo(200);
      assertThat(list(reporter).statusCode()).isEqualTo(200);
      assertThat(uploads).noneMatch(Future::isDone);
    }
    for (Future<Response> upload : uploads) {
      assertThat(upload.get().statusCode()).isEqualTo(201);
    }
    assertThat(upload(reporter).statusCode()).isEqualTo(201);
  }

  @Test
  void whoeverWaitsForATurnHoldsNoConnection() throws Exception {
    Future<Response> second;
    try (HeldRow held = HeldRow.ofAgency(database, reporter.organizationId())) {
      begun(reporter);
      second = begun(colleague);
      assertThat(connectionsHeld()).isEqualTo(1);
    }
    assertThat(second.get().statusCode()).isEqualTo(201);
  }

  @Test
  void placesAreFreeAgainHoweverTheWorkEnds() {
    for (int i = 0; i < 5; i++) {
      assertThat(upload(reporter, "no workbook\u0000").statusCode()).isEqualTo(422);
      assertThat(export(reporter).statusCode()).isEqualTo(200);
      // The server asks the method of the download, and sends nothing of it.
      plain(reporter).head("/v1/relationships/export").then().statusCode(200);
    }
    owner.run(
        """
        create trigger refuse_all before insert on relationship_facet for each row
          signal sqlstate '45000' set message_text = 'refused'
        """);
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(upload(reporter).statusCode()).isEqualTo(500);
      }
    } finally {
      owner.run("drop trigger refuse_all");
    }
    assertThat(upload(reporter).statusCode()).isEqualTo(201);
  }

  @Test
  void aCallerThatHangsUpHoldsNoPlace() throws Exception {
    try (HeldRow held = HeldRow.ofAgency(database, reporter.organizationId())) {
      for (int i = 0; i < 2; i++) {
        hangUp(reporter);
      }
      refused(reporter);
    }
    while (upload(reporter).statusCode() != 201) {
      Thread.sleep(50);
    }
  }

  /** Begun so far that it has its place. */
  private Future<Response> begun(TestUser person) throws InterruptedException {
    int before = queue.underWay();
    Future<Response> answer = callers.submit(() -> upload(person));
    while (queue.underWay() == before && !answer.isDone()) {
      Thread.sleep(20);
    }
    return answer;
  }

  private Response refused(TestUser person) {
    Response answer = upload(person);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(429);
    return answer;
  }

  /** How many are in use all the time, once there is any: jobs have one for moments. */
  private int connectionsHeld() throws Exception {
    HikariPoolMXBean state = pool.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    int fewest = 0;
    while (fewest == 0) {
      fewest = state.getActiveConnections();
      for (int i = 0; i < 25; i++) {
        Thread.sleep(20);
        fewest = Math.min(fewest, state.getActiveConnections());
      }
    }
    return fewest;
  }

  private void hangUp(TestUser person) throws Exception {
    int before = queue.underWay();
    byte[] form =
        ("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n"
                + SHEET.replace("\n", "\r\n")
                + "\r\n--cut--\r\n")
            .getBytes(UTF_8);
    String head =
        """
        POST /v1/relationship-imports HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: multipart/form-data; boundary=cut
        Content-Length: %d

        """
            .formatted(person.accessToken(), form.length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(form);
      socket.getOutputStream().flush();
      while (queue.underWay() == before) {
        Thread.sleep(20);
      }
    }
  }

  private Response upload(TestUser person) {
    return upload(person, SHEET);
  }

  private Response upload(TestUser person, String sheet) {
    return api.as(person)
        .multiPart("file", "relationships.csv", sheet.getBytes(UTF_8), "text/csv")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports");
  }

  private Response export(TestUser person) {
    return api.as(person)
        .get(
            person.role() == Role.AGENCY_REPORTER
                ? "/v1/relationships/export?format=CSV"
                : "/v1/disclosed-relationships/export?format=CSV");
  }

  private RequestSpecification plain(TestUser person) {
    return RestAssured.given()
        .baseUri(api.url())
        .header("Authorization", "Bearer " + person.accessToken());
  }

  private Response list(TestUser person) {
    return api.as(person).get("/v1/relationships");
  }
}
