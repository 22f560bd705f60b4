package app.upline.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;

/** What was logged so far, while other threads go on logging. */
public final class LogLines {

  private LogLines() {}

  /** An appender locks itself while it appends. */
  public static List<ILoggingEvent> of(ListAppender<ILoggingEvent> log) {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }
}
