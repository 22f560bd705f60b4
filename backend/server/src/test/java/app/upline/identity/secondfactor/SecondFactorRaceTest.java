package app.upline.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thief with the password begins a second factor while the owner puts one to use. */
@Tag("engine")
@MicronautTest(transactional = false)
class SecondFactorRaceTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DatasourceConfiguration database;

  @Test
  void whatIsPutToUseMeanwhileIsNotReplaced() throws Exception {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    begin(person).then().statusCode(201);
    List<String> before = secret(person);

    try (Connection owner = connection();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      run(owner, "select user_id from second_factor where user_id = ? for update", person);
      Future<Response> begun = other.submit(() -> begin(person));
      awaitItsWaiting();
      run(
          owner,
          "update second_factor set confirmed_at = utc_timestamp(6) where user_id = ?",
          person);
      owner.commit();

      assertThat(begun.get().statusCode()).isEqualTo(409);
    }
    assertThat(secret(person)).isEqualTo(before);
  }

  @Test
  void whatNoCodeHasShownIsNotPutToUse() throws Exception {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    SecondFactorTest.App app = new SecondFactorTest.App(begin(person).path("secret"));

    // A secret that cannot be opened would stop every later rotation of keys.
    try (AutoCloseable _ =
            () -> crowd.run("delete from second_factor where user_id = ?", person.id());
        Connection other = connection();
        ExecutorService owner = Executors.newSingleThreadExecutor()) {
      run(other, "select user_id from second_factor where user_id = ? for update", person);
      Future<Response> confirmed = owner.submit(() -> confirm(person, app.next()));
      awaitItsWaiting();
      run(other, "update second_factor set sealed_secret = 'another' where user_id = ?", person);
      other.commit();

      assertThat(confirmed.get().statusCode()).isEqualTo(409);
      assertThat(
              crowd.count(
                  "select count(*) from second_factor where user_id = ? and confirmed_at is not null",
                  person.id()))
          .isZero();
    }
  }

  private List<String> secret(TestUser person) {
    return crowd.strings(
        "select sha2(sealed_secret, 256) from second_factor where user_id = ?", person.id());
  }

  private Response begin(TestUser person) {
    return api.as(person)
        .contentType(ContentType.JSON)
        .body(Map.of("password", person.password()))
        .post("/v1/me/second-factor");
  }

  private Response confirm(TestUser person, String code) {
    return api.as(person)
        .contentType(ContentType.JSON)
        .body(Map.of("code", code))
        .post("/v1/me/second-factor/confirm");
  }

  /** Until the other one waits for the row that is held, and not on its way there. */
  private void awaitItsWaiting() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (crowd.count(
            """
            select count(*) from information_schema.processlist
             where (info like '%second_factor%for update%' or info like 'update second_factor%') and id <> connection_id()\
            """)
        == 0) {
      assertThat(System.nanoTime()).as("it waits for the row").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private Connection connection() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.getUrl(), database.getUsername(), database.getPassword());
    connection.setAutoCommit(false);
    return connection;
  }

  private static void run(Connection connection, String sql, TestUser person) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, bytes(person.id()));
      statement.execute();
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
