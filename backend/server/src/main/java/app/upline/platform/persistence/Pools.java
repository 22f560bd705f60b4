package app.upline.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What must be done by hand with a pool of connections. */
public final class Pools {
  private Pools() {}

  /** Of a start that is refused, since the pool belongs to no context yet. */
  public static void close(DataSource pool) {
    try {
      DataSource own = DelegatingDataSource.unwrapDataSource(pool);
      if (own.isWrapperFor(HikariDataSource.class)) {
        own.unwrap(HikariDataSource.class).close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The pool cannot be closed", e);
    }
  }
}
