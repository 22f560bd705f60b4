package app.upline.testing;

import app.upline.platform.migration.MigrationAccount;
import app.upline.platform.migration.MigrationAccounts;
import app.upline.platform.persistence.Database;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The database's owner, who may do what the application's account may not. */
@Singleton
public class Owner {
  private final DatasourceConfiguration datasource;
  private final MigrationAccount account;

  /** Asks for the pool only so that the database has been started. */
  Owner(
      @Named("default") DatasourceConfiguration datasource,
      @Named("default") DataSource pool,
      List<MigrationAccounts> accounts) {
    this.datasource = datasource;
    this.account =
        accounts.stream()
            .map(MigrationAccounts::account)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();
  }

  /** Runs one statement and answers how many rows it changed. */
  public int run(String sql, Object... values) {
    try (Connection connection = open();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, Database.driverValue(values[i]));
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection of its own, which the caller closes. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(datasource.getUrl(), account.username(), account.password());
  }
}
