package app.upline.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What was logged so far, while other threads go on logging. */
public final class LogLines {

  private LogLines() {}

  /** An appender locks itself while it appends. */
  public static List<ILoggingEvent> of(ListAppender<ILoggingEvent> log) {
    synchronized (log) {
      return List.copyOf(log.list);
    }
  }

  /** What a class logs meanwhile. */
  public static List<ILoggingEvent> whileDoing(Class<?> speaker, Runnable work) {
    Logger logger = (Logger) LoggerFactory.getLogger(speaker);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      work.run();
    } finally {
      logger.detachAppender(log);
    }
    return of(log);
  }
}
