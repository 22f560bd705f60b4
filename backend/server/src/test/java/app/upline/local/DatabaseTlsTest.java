package app.upline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the README says of a database on another machine: with {@code sslMode=VERIFY_IDENTITY} the
 * service speaks to no server whose certificate is not vouched for, and falls back to nothing less.
 */
@Tag("engine")
@Tag("embedded")
class DatabaseTlsTest {

  @Test
  void aServerThatCannotProveWhoItIsIsNotSpokenTo() throws SQLException {
    try (ApplicationContext context = ApplicationContext.run("test")) {
      HikariDataSource pool =
          context
              .getBean(DataSourceResolver.class)
              .resolve(context.getBean(DataSource.class))
              .unwrap(HikariDataSource.class);
      String plain = pool.getJdbcUrl();
      assertThat(plain).contains("sslMode=DISABLED");
      try (Connection connection =
          DriverManager.getConnection(plain, pool.getUsername(), pool.getPassword())) {
        assertThat(connection.isValid(5)).isTrue();
      }
      String verified = plain.replace("sslMode=DISABLED", "sslMode=VERIFY_IDENTITY");
      assertThatThrownBy(
              () -> DriverManager.getConnection(verified, pool.getUsername(), pool.getPassword()))
          .isInstanceOf(SQLException.class)
          .hasRootCauseInstanceOf(Exception.class)
          .rootCause()
          .hasMessageMatching("(?s).*(SSL|TLS|certif|trust|Communications).*");
    }
  }
}
