package app.upline.platform.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.start.StartFailure;
import app.upline.testing.OwnSchema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that other migrations made is refused with a sentence that says what to remove. */
@Tag("engine")
class OtherBuildsDatabaseTest {

  @Test
  void whoeverWroteAnotherFirstMigrationIsToldWhatToRemove() throws SQLException {
    try (OwnSchema schema = OwnSchema.empty("other_build")) {
      flyway(schema, Optional.empty()).migrate();
      change(
          schema, "update flyway_schema_history set checksum = checksum + 1 where version = '1'");

      refusal(schema, Optional.of("/home/someone/.data"))
          .hasMessage(
              "The database was made by another build of Upline, and its tables are not this one's:"
                  + " remove the folder /home/someone/.data and start again.");
      refusal(schema, Optional.empty())
          .hasMessageMatching(
              "The database was made by another build of Upline, and its tables are not this one's:"
                  + " remove the schema upline\\w* \\(jdbc:mysql://127.0.0.1:\\d+/upline\\w*\\),"
                  + " create it anew and start again\\.");
    }
  }

  @Test
  void aMigrationThatThisBuildDoesNotHaveIsAnotherBuilds() throws SQLException {
    try (OwnSchema schema = OwnSchema.empty("other_build")) {
      flyway(schema, Optional.empty()).migrate();
      change(schema, "update flyway_schema_history set version = '1.5' where version = '2'");

      refusal(schema, Optional.empty()).hasMessageStartingWith("The database was made by another");
    }
  }

  /** Their first migrations have the numbers of this build's, and other checksums. */
  @Test
  void theDatabasesOfEarlierBuildsAreAnotherBuilds() throws Exception {
    try (OwnSchema schema = OwnSchema.empty("other_build")) {
      Flyway.configure()
          .dataSource(schema.url(), schema.owner().username(), schema.owner().password())
          .locations("classpath:migration/slow")
          .load()
          .baseline();
      change(schema, "delete from flyway_schema_history");
      List<String> history = history();
      assertThat(history).hasSize(31);
      for (String row : history) {
        change(schema, insertion(row));
      }

      refusal(schema, Optional.empty()).hasMessageStartingWith("The database was made by another");
    }
  }

  private static List<String> history() throws IOException {
    try (InputStream file =
        OtherBuildsDatabaseTest.class.getResourceAsStream(
            "/migration/history-of-an-earlier-build.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  /** Those in Java have no checksum. */
  private static String insertion(String row) {
    String[] parts = row.split("\\|");
    return """
    insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
    values (%s, '%s', '%s', '%s', '%s', %s, 'owner', 1, 1)
    """
        .formatted(
            parts[0], parts[1], parts[2], parts[3], parts[4], parts.length > 5 ? parts[5] : "null");
  }

  private static AbstractThrowableAssert<?, ?> refusal(OwnSchema schema, Optional<String> folder) {
    return assertThatThrownBy(() -> flyway(schema, folder).migrate())
        .satisfies(failure -> assertThat(failure).hasRootCauseInstanceOf(StartFailure.class))
        .rootCause();
  }

  private static Flyway flyway(OwnSchema schema, Optional<String> folder) {
    return MigrationByItsOwnAccount.resumable(
            Flyway.configure()
                .dataSource(schema.url(), schema.owner().username(), schema.owner().password())
                .locations("classpath:db/migration"))
        .callbacks(new ForgottenFailures(), new OtherBuildsDatabase(folder))
        .load();
  }

  private static void change(OwnSchema schema, String sql) throws SQLException {
    try (Connection connection = schema.open();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
