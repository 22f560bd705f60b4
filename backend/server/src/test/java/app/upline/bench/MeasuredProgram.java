package app.upline.bench;

import app.upline.testing.UplineProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program that is measured: the one that is delivered, or the classes at hand. */
final class MeasuredProgram {

  /** How the first is started. */
  private static final @Nullable String DELIVERED = System.getProperty("upline.bench.program");

  /** The heap that it says. */
  private static final String HEAP = "-Xmx512m";

  private MeasuredProgram() {}

  static UplineProcess start(Path folder, Map<String, String> settings) {
    return start(folder, settings, HEAP);
  }

  /**
   * The same with another heap.
   *
   * @param heap an option of the JVM
   */
  static UplineProcess start(Path folder, Map<String, String> settings, String heap) {
    return DELIVERED == null
        ? UplineProcess.start(folder, settings)
        : UplineProcess.start(
            folder, settings, List.of("/bin/sh", "-c", "exec " + DELIVERED.replace(HEAP, heap)));
  }
}
