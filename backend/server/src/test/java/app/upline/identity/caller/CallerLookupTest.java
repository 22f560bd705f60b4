package app.upline.identity.caller;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.identity.Sessions;
import app.upline.identity.serviceaccount.ServiceAccountCredentials;
import app.upline.testing.TestUsers;
import io.micronaut.data.annotation.Query;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request looks its caller up, so that must cost next to nothing, however many there are. */
@Tag("engine")
@MicronautTest(transactional = false)
class CallerLookupTest {
  @Inject TransactionOperations<Connection> transactions;
  @Inject TestUsers crowd;

  @BeforeEach
  void aFewPeople() {
    for (int i = 0; i < 5; i++) {
      crowd.someone(Role.AGENCY_REPORTER);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Sessions.class, ServiceAccountCredentials.class})
  void aCallerIsFoundByPrimaryKeysAlone(Class<?> rows) {
    String sql = sqlOf(rows).replaceAll(":now", "utc_timestamp(6)").replaceAll(":\\w+", "x''");
    List<String> kinds = explain(sql);

    assertThat(kinds).isNotEmpty().doesNotContain("ALL", "index", "range");
  }

  private static String sqlOf(Class<?> rows) {
    return Arrays.stream(rows.getDeclaredMethods())
        .filter(method -> method.getName().equals("findCaller"))
        .map(Method.class::cast)
        .map(method -> method.getAnnotation(Query.class).value())
        .findFirst()
        .orElseThrow();
  }

  private List<String> explain(String sql) {
    return transactions.executeRead(
        status -> {
          try (Statement statement = status.getConnection().createStatement();
              ResultSet plan = statement.executeQuery("explain format=traditional " + sql)) {
            List<String> kinds = new ArrayList<>();
            while (plan.next()) {
              kinds.add(String.valueOf(plan.getString("type")));
            }
            return kinds;
          }
        });
  }
}
