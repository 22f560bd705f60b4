package app.upline.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads every line that any test makes the application log, and keeps those that hold what tests
 * send as personal data or secrets. {@link CleanLogs} fails the class in which there was one.
 */
public final class LogSearch extends AppenderBase<ILoggingEvent> {

  /** What tests send, in lower case: names, numbers, texts, addresses, passwords, tokens. */
  private static final List<String> PLANTED =
      List.of(
          "1eg4-te5-mk73",
          "1eg4te5mk73",
          "9xx9xx9xx99",
          "jane doe",
          "quillfeather",
          "305-555-01",
          "813-555-01",
          "blue agave",
          "had been approved",
          "without a scope of appointment",
          "@people.example",
          "@company.example",
          "correct horse",
          "bearer ey",
          "eyjhbgci",
          "eyjraw");

  private static final ConcurrentLinkedQueue<String> FOUND = new ConcurrentLinkedQueue<>();

  /** Where something was found since the last time, and what; never the line itself. */
  static List<String> found() {
    List<String> found = new ArrayList<>();
    for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
      found.add(one);
    }
    return found;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String line = text(event).toLowerCase(Locale.ROOT);
    PLANTED.stream()
        .filter(line::contains)
        .forEach(planted -> FOUND.add(event.getLoggerName() + " told " + planted));
  }

  /** All of an event that an encoder could write. */
  private static String text(ILoggingEvent event) {
    StringBuilder text = new StringBuilder(event.getFormattedMessage());
    text.append(event.getMDCPropertyMap()).append(event.getThreadName());
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      text.append(' ').append(cause.getMessage());
    }
    return text.toString();
  }
}
