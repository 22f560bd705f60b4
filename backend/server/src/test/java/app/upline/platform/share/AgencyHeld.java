package app.upline.platform.share;

import app.upline.platform.persistence.Database;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Holds an agency's lock until this is closed: other writers wait. */
record AgencyHeld(Connection connection) implements AutoCloseable {

  static AgencyHeld of(DatasourceConfiguration database, UUID agency) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            database.getUrl(), database.getUsername(), database.getPassword());
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("select id from agency where id = ? for update")) {
      lock.setObject(1, Database.driverValue(agency));
      lock.executeQuery();
    }
    return new AgencyHeld(connection);
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
