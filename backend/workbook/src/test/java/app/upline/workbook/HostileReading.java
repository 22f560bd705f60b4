package app.upline.workbook;

import java.nio.file.Path;
import java.time.Duration;

/** Reads files one after the other in a process of its own and says of each what came of it. */
final class HostileReading {

  private HostileReading() {}

  public static void main(String[] files) {
    for (String file : files) {
      long begin = System.nanoTime();
      String outcome = outcome(Path.of(file));
      System.out.printf(
          "%s %s %d%n", file, outcome, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
  }

  private static String outcome(Path file) {
    try {
      return "READ-" + Fixtures.rows(file).size();
    } catch (WorkbookRefusedException e) {
      return e.reason().name();
    }
  }
}
