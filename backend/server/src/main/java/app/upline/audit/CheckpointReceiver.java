package app.upline.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A place elsewhere that gets checkpoints as they are made. */
public interface CheckpointReceiver {

  /** As the database remembers it; at most 20 letters. */
  String name();

  /**
   * Takes some in, in their order; the same may come twice.
   *
   * @throws IOException when it is not sure to have them: they come again
   */
  void receive(List<AuditCheckpoint> some) throws IOException;

  /** How long it is left alone after it got some. */
  default Duration pause() {
    return Duration.ZERO;
  }
}
