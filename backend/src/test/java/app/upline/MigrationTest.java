package app.upline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.upline.platform.localdb.LocalDatabase;
import app.upline.platform.localdb.LocalDatabaseSettings;
import app.upline.testing.ContractFilter;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database that was filled when version 3 was the newest is brought to today's: what stood in it
 * is still there, and the application reads it right.
 */
@Tag("engine")
class MigrationTest {

  private static final String FILLED = "/migration/filled-at-V3.sql";
  private static final String PASSWORD = "demo-only-on-this-machine";

  @Test
  void whatWasWrittenAtVersion3OutlivesEveryLaterMigration() throws Exception {
    LocalDatabaseSettings settings =
        new LocalDatabaseSettings(Path.of("target/migration-database"), 0, true, false);
    try (LocalDatabase database = LocalDatabase.start(settings);
        Connection connection =
            DriverManager.getConnection(
                database.url(), database.owner().username(), database.owner().password())) {
      flyway(database, "3").migrate();
      fill(connection);
      Map<String, List<String>> columns = columns(connection);
      Map<String, List<String>> before = rows(connection, columns);
      assertThat(before).hasSizeGreaterThan(20);
      before.forEach((table, rows) -> assertThat(rows).as("rows of %s", table).isNotEmpty());

      assertThat(flyway(database, "latest").migrate().migrationsExecuted).isPositive();

      stillThere(connection, columns, before);
      theApplicationReadsIt(database);
    }
  }

  /** What a later migration moved elsewhere is for the application to find. */
  private static void stillThere(
      Connection connection, Map<String, List<String>> columns, Map<String, List<String>> before)
      throws SQLException {
    Map<String, List<String>> now = columns(connection);
    for (String table : columns.keySet()) {
      if (now.getOrDefault(table, List.of()).containsAll(columns.get(table))) {
        assertThat(rows(connection, Map.of(table, columns.get(table))).get(table))
            .as("rows of %s", table)
            .containsExactlyInAnyOrderElementsOf(before.get(table));
      }
    }
  }

  private static void theApplicationReadsIt(LocalDatabase database) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "upline.local-database.enabled", false,
            "datasources.default.url", database.url(),
            "datasources.default.username", database.owner().username(),
            "datasources.default.password", database.owner().password());
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings, "test")) {
      agencyReads(as(server, "reporter@harborline.example"));
      carrierReads(as(server, "reviewer@summitpeak.example"));
    }
  }

  private static void agencyReads(Caller reporter) {
    String id =
        reporter
            .call()
            .get("/v1/relationships?q=tour&status=ENDED&state=FL")
            .then()
            .statusCode(200)
            .body("items.legalName", contains("Tour Leads 9360730 LLC"))
            .extract()
            .path("items[0].id");
    reporter
        .call()
        .get("/v1/relationships/" + id + "/revisions")
        .then()
        .statusCode(200)
        .body("items.revision", contains(3, 2, 1));
    reporter
        .call()
        .get("/v1/relationship-imports")
        .then()
        .statusCode(200)
        .body("items.status", contains("APPLIED", "APPLIED", "REJECTED"))
        .body("items[2].errorCount", equalTo(2));
    reporter
        .call()
        .get("/v1/submissions")
        .then()
        .statusCode(200)
        .body("items.status", contains("DRAFT", "WITHDRAWN", "ACKNOWLEDGED"));
  }

  private static void carrierReads(Caller reviewer) throws Exception {
    reviewer
        .call()
        .get("/v1/disclosed-relationships?q=tour")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].relationship.revision", equalTo(2));
    String submission =
        reviewer
            .call()
            .get("/v1/submissions?status=ACKNOWLEDGED")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].id");
    String path = "/v1/submissions/" + submission;
    reviewer
        .call()
        .get(path + "/comments")
        .then()
        .statusCode(200)
        .body("items.text", hasItem("Please give the compliance address."));
    byte[] content = reviewer.call().get(path + "/content").asByteArray();
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    reviewer
        .call()
        .contentType("application/json")
        .body("{\"contentSha256\": \"" + hash + "\"}")
        .post(path + "/receipt-verifications")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
  }

  /** Somebody who signed up when version 3 was the newest. */
  private record Caller(EmbeddedServer server, String token) {
    RequestSpecification call() {
      return given()
          .baseUri(server.getURL().toString())
          .filter(new ContractFilter())
          .header("Authorization", "Bearer " + token);
    }
  }

  private static Caller as(EmbeddedServer server, String email) {
    String token =
        given()
            .baseUri(server.getURL().toString())
            .contentType("application/json")
            .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
            .post("/v1/sessions")
            .then()
            .statusCode(201)
            .extract()
            .path("accessToken");
    return new Caller(server, token);
  }

  private static Flyway flyway(LocalDatabase database, String target) {
    return Flyway.configure()
        .dataSource(database.url(), database.owner().username(), database.owner().password())
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private static void fill(Connection connection) throws Exception {
    try (InputStream file = MigrationTest.class.getResourceAsStream(FILLED);
        Statement statement = connection.createStatement()) {
      statement.execute("set foreign_key_checks = 0");
      String script = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      for (String line : script.lines().filter(line -> line.startsWith("INSERT")).toList()) {
        statement.execute(line);
      }
      statement.execute("set foreign_key_checks = 1");
    }
  }

  private static Map<String, List<String>> columns(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select table_name, column_name from information_schema.columns
                where table_schema = database() and table_name <> 'flyway_schema_history'
                """)) {
      while (rows.next()) {
        columns.computeIfAbsent(rows.getString(1), key -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return columns;
  }

  private static Map<String, List<String>> rows(
      Connection connection, Map<String, List<String>> columns) throws SQLException {
    Map<String, List<String>> contents = new HashMap<>();
    for (String table : columns.keySet()) {
      String names = "`" + String.join("`, `", columns.get(table)) + "`";
      List<String> rows = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("select " + names + " from " + table)) {
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns.get(table).size(); i++) {
            row.add(found.getString(i));
          }
          rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
        }
      }
      contents.put(table, rows);
    }
    return contents;
  }
}
