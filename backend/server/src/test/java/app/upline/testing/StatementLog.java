package app.upline.testing;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Hears every statement that the driver sends, with its values in it. A test asks for it with
 * {@code queryInterceptors}.
 */
public final class StatementLog implements QueryInterceptor {

  private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();
  private static volatile boolean listening;

  /** What was read from the database while the work was done, once each. */
  public static List<String> selectsOf(Runnable work) {
    HEARD.clear();
    listening = true;
    try {
      work.run();
    } finally {
      listening = false;
    }
    return HEARD.stream()
        .map(String::strip)
        .filter(statement -> statement.toLowerCase().matches("(?s)(select|with)\\b.*"))
        .distinct()
        .toList();
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
    return this;
  }

  @Override
  public <T extends Resultset> T preProcess(Supplier<String> sql, Query query) {
    if (listening && !isOfAJob()) {
      HEARD.add(sql.get());
    }
    return null;
  }

  /**
   * What the service does by the clock goes on meanwhile, and is nothing that the work asked for.
   */
  private static boolean isOfAJob() {
    return Thread.currentThread().getName().startsWith("scheduled-");
  }

  @Override
  public boolean executeTopLevelOnly() {
    return false;
  }

  @Override
  public void destroy() {}

  @Override
  public <T extends Resultset> T postProcess(
      Supplier<String> sql, Query query, T result, ServerSession session) {
    return result;
  }
}
