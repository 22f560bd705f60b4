package app.upline.audit;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a room keeps with the digests that the trails tell of; each room that has sealed or
 * revised content offers one to the command that verifies.
 */
public interface RecordCheck {

  /**
   * @param agencyId whose records are looked at; null for everybody's
   * @param report is told each finding in a sentence; nothing of the content is in it
   * @return how many were looked at
   */
  long run(@Nullable UUID agencyId, Consumer<String> report);

  /** What people call them, in the plural and with a capital. */
  String name();
}
