package app.upline.testing;

import app.upline.local.LocalDatabase;
import app.upline.local.LocalDatabaseSettings;
import app.upline.platform.migration.MigrationAccount;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * A schema of a test's own, empty, for what the service's pool must have no part in: on the server
 * that the tests run on ({@code make test-mysql}), else on an embedded one of its own.
 */
public final class OwnSchema implements AutoCloseable {
  /** Where Micronaut, too, finds the server that the tests run on. */
  private static final String CONFIGURATION = "micronaut.config.files";

  private final String url;
  private final String name;
  private final MigrationAccount owner;
  private final Optional<LocalDatabase> embedded;

  private OwnSchema(
      String url, String name, MigrationAccount owner, Optional<LocalDatabase> embedded) {
    this.url = url;
    this.name = name;
    this.owner = owner;
    this.embedded = embedded;
  }

  /**
   * @param test a word that no other test uses
   */
  public static OwnSchema empty(String test) {
    String configuration = System.getProperty(CONFIGURATION);
    return configuration == null ? embedded(test) : on(configuration, test);
  }

  private static OwnSchema embedded(String test) {
    LocalDatabase database =
        LocalDatabase.start(
            new LocalDatabaseSettings(Path.of("target/" + test + "-database"), 0, true, false));
    return new OwnSchema(
        database.url(),
        "upline",
        new MigrationAccount(database.owner().username(), database.owner().password()),
        Optional.of(database));
  }

  private static OwnSchema on(String configuration, String test) {
    Map<String, Map<String, Map<String, String>>> settings = read(configuration);
    Map<String, String> migration = settings.get("upline").get("migration");
    String url = settings.get("datasources").get("default").get("url");
    // The accounts for tests may do everything in schemas of this name.
    String name = "upline_own_" + test + "_" + System.getProperty("upline.test.fork", "1");
    OwnSchema schema =
        new OwnSchema(
            url.replaceFirst("/[^/?]*\\?", "/" + name + "?"),
            name,
            new MigrationAccount(migration.get("username"), migration.get("password")),
            Optional.empty());
    schema.drop();
    schema.run(schema.server(), "create database " + name);
    return schema;
  }

  private static Map<String, Map<String, Map<String, String>>> read(String configuration) {
    Path file =
        configuration.startsWith("file:")
            ? Path.of(configuration.substring("file:".length()))
            : Path.of(configuration);
    try (Reader text = Files.newBufferedReader(file)) {
      return new Yaml().load(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return url;
  }

  public MigrationAccount owner() {
    return owner;
  }

  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, owner.username(), owner.password());
  }

  /** As it was at the beginning. */
  public void clear() {
    run(url, "drop database " + name);
    run(server(), "create database " + name);
  }

  @Override
  public void close() {
    if (embedded.isPresent()) {
      embedded.get().close();
    } else {
      drop();
    }
  }

  private void drop() {
    run(server(), "drop database if exists " + name);
  }

  /** The address without a schema. */
  private String server() {
    return url.replace("/" + name + "?", "/?");
  }

  private void run(String address, String sql) {
    try (Connection connection =
            DriverManager.getConnection(address, owner.username(), owner.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
