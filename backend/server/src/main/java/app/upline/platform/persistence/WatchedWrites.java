package app.upline.platform.persistence;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the {@link WriteGuard} of every statement that changed rows in a transaction, whether of
 * {@link Database} or of a repository of Micronaut Data. It stands between them and the pool; both
 * prepare every statement, and what is not prepared belongs to migrations.
 */
@Singleton
final class WatchedWrites implements BeanCreatedEventListener<DataSource>, Ordered {

  /** How the service's own statements that change rows begin. */
  private static final Pattern WRITE =
      Pattern.compile(
          "\\s*(?:insert\\s+(?:ignore\\s+)?into|replace\\s+into|update|delete(?:\\s+\\w+)?\\s+from)\\s+`?(?<table>\\w+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHANGES =
      Pattern.compile("\\s*(insert|replace|update|delete)\\b", Pattern.CASE_INSENSITIVE);

  /** Asked for late: who guards writes writes too. */
  private final BeanProvider<WriteGuard> guard;

  WatchedWrites(BeanProvider<WriteGuard> guard) {
    this.guard = guard;
  }

  /** What becomes of the answer of a method that was called. */
  @FunctionalInterface
  private interface Watch {
    @Nullable Object seen(String method, Object[] arguments, @Nullable Object answer)
        throws SQLException;
  }

  /** After connections are shared out among organizations, before transactions keep theirs. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return proxy(
        DataSource.class,
        event.getBean(),
        (method, arguments, answer) ->
            answer instanceof Connection connection ? watched(connection) : answer);
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments, answer) ->
            answer instanceof PreparedStatement statement && arguments[0] instanceof String sql
                ? watched(connection, statement, sql)
                : answer);
  }

  private PreparedStatement watched(
      Connection connection, PreparedStatement statement, String sql) {
    if (!CHANGES.matcher(sql).lookingAt()) {
      return statement;
    }
    Matcher write = WRITE.matcher(sql);
    if (!write.lookingAt()) {
      throw new IllegalArgumentException("A statement whose table is not found: " + sql);
    }
    String table = write.group("table").toLowerCase(Locale.ROOT);
    return proxy(
        PreparedStatement.class,
        statement,
        (method, arguments, answer) -> {
          // What commits by itself is the service's own memory, such as what was tried.
          if (method.startsWith("execute")
              && changed(answer, statement)
              && !connection.getAutoCommit()) {
            guard.get().writing(table);
          }
          return answer;
        });
  }

  private static boolean changed(@Nullable Object answer, PreparedStatement statement)
      throws SQLException {
    return switch (answer) {
      case Integer rows -> rows > 0;
      case Long rows -> rows > 0;
      // A batch that was rewritten into one statement does not say of which row how many.
      case int[] batch -> Arrays.stream(batch).anyMatch(rows -> rows != 0);
      case long[] batch -> Arrays.stream(batch).anyMatch(rows -> rows != 0);
      case Boolean isQuery -> !isQuery && statement.getUpdateCount() > 0;
      case null, default -> false;
    };
  }

  private static <T> T proxy(Class<T> type, T target, Watch watch) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> {
                try {
                  Object answer = method.invoke(target, arguments);
                  yield watch.seen(
                      method.getName(), arguments == null ? new Object[0] : arguments, answer);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
            };
    return type.cast(
        Proxy.newProxyInstance(
            WatchedWrites.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
