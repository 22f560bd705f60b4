package app.upline.audit;

import java.util.function.Consumer;

/**
 * Compares what a room keeps with the digests that the trails tell of; each room that has sealed or
 * revised content offers one to the command that verifies.
 */
public interface RecordCheck {

  /**
   * @param report is told each finding in a sentence; nothing of the content is in it
   * @return how many were looked at
   */
  long run(Consumer<String> report);

  /** What people call them, in the plural and with a capital. */
  String name();
}
