package app.upline.testing;

import app.upline.platform.persistence.Database;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A row that is held until this is closed: whoever would change it waits. */
public record HeldRow(Connection connection) implements AutoCloseable {

  /** That of an agency, by which its writers take turns. */
  public static HeldRow ofAgency(DatasourceConfiguration database, UUID id) throws SQLException {
    return by(database, "select id from agency where id = ? for update", id);
  }

  /**
   * Holds a row.
   *
   * @param statement takes its lock, such as {@code select … where id = ? for update}
   */
  public static HeldRow by(DatasourceConfiguration database, String statement, UUID id)
      throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.getUrl(), database.getUsername(), database.getPassword());
    connection.setAutoCommit(false);
    try (PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.setObject(1, Database.driverValue(id));
      lock.execute();
    }
    return new HeldRow(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
