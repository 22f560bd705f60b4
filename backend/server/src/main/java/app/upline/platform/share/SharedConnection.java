package app.upline.platform.share;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection that gives its share back when it is closed. */
final class SharedConnection implements InvocationHandler {

  private final Connection connection;
  private final Runnable giveBack;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SharedConnection(Connection connection, Runnable giveBack) {
    this.connection = connection;
    this.giveBack = giveBack;
  }

  static Connection of(Connection connection, Runnable giveBack) {
    return (Connection)
        Proxy.newProxyInstance(
            SharedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new SharedConnection(connection, giveBack));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "close" -> closed();
      default -> passedOn(method, arguments);
    };
  }

  private @Nullable Object closed() throws Throwable {
    try {
      connection.close();
    } finally {
      if (closed.compareAndSet(false, true)) {
        giveBack.run();
      }
    }
    return null;
  }

  private @Nullable Object passedOn(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
