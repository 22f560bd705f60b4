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

  /** How large its heap may be there. */
  private static final String HEAP = "512m";

  private MeasuredProgram() {}

  static UplineProcess start(Path folder, Map<String, String> settings) {
    return start(folder, settings, HEAP);
  }

  /**
   * The same with another heap.
   *
   * @param heap how large it may be, such as {@code 256m}
   */
  static UplineProcess start(Path folder, Map<String, String> settings, String heap) {
    return DELIVERED == null
        ? UplineProcess.start(folder, settings, heap)
        : UplineProcess.start(
            folder,
            settings,
            List.of("/bin/sh", "-c", "exec " + DELIVERED.replace("-Xmx" + HEAP, "-Xmx" + heap)));
  }
}
