package app.upline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.upline.platform.migration.LaterMigrations;
import app.upline.testing.ContractFilter;
import app.upline.testing.OwnSchema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations themselves, and what a later one does with a database that is full. */
@Tag("engine")
class MigrationTest {
  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  /** The first release's: one for each room. Those after it change tables as they must. */
  private static final int FIRST_RELEASE = 13;

  private static final Pattern STATEMENT = Pattern.compile("(?m)^([a-z]+(?: [a-z]+)?)\\b");
  private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");
  private static final String PASSWORD = "demo-only-on-this-machine";

  @Test
  void eachTableOfTheFirstReleaseIsMadeOnceAndChangedByNothing() throws IOException {
    List<String> tables = new ArrayList<>();
    for (int version = 1; version <= FIRST_RELEASE; version++) {
      String script = script(version);
      tables.addAll(TABLE.matcher(script).results().map(found -> found.group(1)).toList());
      assertThat(STATEMENT.matcher(script).results().map(MatchResult::group))
          .as("version %d", version)
          .isSubsetOf("create table", "insert ignore", "values");
    }
    assertThat(tables).hasSizeGreaterThan(70).doesNotHaveDuplicates();
  }

  private static String script(int version) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().startsWith("V" + version + "__"))
              .toList();
      assertThat(found).as("version %d", version).hasSize(1);
      return Files.readString(found.getFirst());
    }
  }

  @Test
  void whatWasWrittenOutlivesALaterMigration() throws Exception {
    try (OwnSchema database = OwnSchema.empty("migration");
        Connection connection = database.open()) {
      try (EmbeddedServer server = application(database, true)) {
        assertThat(relationships(server)).isPositive();
      }
      Map<String, List<String>> columns = columns(connection);
      Map<String, List<String>> before = rows(connection, columns);

      LaterMigrations.run(database);

      assertThat(columns(connection).get("agency")).contains("noted_on");
      Map<String, List<String>> after = rows(connection, columns);
      assertThat(after.get("agency_contract")).containsAll(before.get("agency_contract"));
      before.remove("agency_contract");
      before.forEach(
          (table, rows) ->
              assertThat(after.get(table))
                  .as("rows of %s", table)
                  .containsExactlyInAnyOrderElementsOf(rows));
      // And an instance of this version, which does not know of it, still works beside it.
      try (EmbeddedServer server = application(database, false)) {
        assertThat(relationships(server)).isPositive();
      }
    }
  }

  private static EmbeddedServer application(OwnSchema database, boolean demo) {
    Map<String, Object> settings =
        Map.of(
            "upline.local-database.enabled", false,
            "upline.demo.enabled", demo,
            "datasources.default.url", database.url(),
            "datasources.default.username", database.owner().username(),
            "datasources.default.password", database.owner().password());
    return ApplicationContext.run(EmbeddedServer.class, settings, "test");
  }

  private static int relationships(EmbeddedServer server) {
    String token =
        given()
            .baseUri(server.getURL().toString())
            .contentType("application/json")
            .body(
                "{\"email\": \"reporter@bluemesa.example\", \"password\": \"%s\"}"
                    .formatted(PASSWORD))
            .post("/v1/sessions")
            .then()
            .statusCode(201)
            .extract()
            .path("session.accessToken");
    return given()
        .baseUri(server.getURL().toString())
        .filter(ContractFilter.ofContract())
        .header("Authorization", "Bearer " + token)
        .get("/v1/relationships")
        .then()
        .statusCode(200)
        .body("items", not(hasSize(0)))
        .extract()
        .<List<?>>path("items")
        .size();
  }

  private static Map<String, List<String>> columns(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select table_name, column_name from information_schema.columns
                where table_schema = database() and table_name not in ('flyway_schema_history', 'migration_step')
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
      String names =
          "concat_ws('|', "
              + String.join(
                  ", ",
                  columns.get(table).stream()
                      .map(name -> "coalesce(hex(`" + name + "`), '-')")
                      .toList())
              + ")";
      List<String> rows = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("select " + names + " from " + table)) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
      contents.put(table, rows);
    }
    return contents;
  }
}
