package app.upline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.jdbc.DataSourceResolver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@Tag("embedded")
class LocalDatasourceTest {
  private static final String CONNECTION = "select concat(version(), ' ', @@port)";

  @Test
  void everyApplicationContextOfATestRunUsesTheSameServer() throws SQLException {
    String first = answerOfANewContext();

    assertThat(first).contains("MariaDB");
    assertThat(answerOfANewContext()).isEqualTo(first);
  }

  private static String answerOfANewContext() throws SQLException {
    try (ApplicationContext context = ApplicationContext.run("test");
        Connection connection = pool(context).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CONNECTION)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  /** The pool itself, without the proxy that wants a transaction around every use. */
  private static DataSource pool(ApplicationContext context) {
    return context.getBean(DataSourceResolver.class).resolve(context.getBean(DataSource.class));
  }
}
