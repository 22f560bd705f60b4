package app.upline.platform.download;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * How a download ends, for the code that has to write it down: when its answer begins, this is not
 * known yet. Its last byte leaves only after that was done, so no whole file leaves unrecorded.
 */
public final class Transfer {

  /** The attribute of a response under which it is found. */
  public static final String ATTRIBUTE = "app.upline.transfer";

  /** What came of it. */
  public enum End {
    /** The server has taken everything to be sent. */
    WHOLE,
    /** It could not be written to its end. */
    BROKEN,
    /** The client has gone, or takes nothing any more. */
    ABANDONED
  }

  private final CompletableFuture<Consumer<End>> witness = new CompletableFuture<>();

  /**
   * Names who is told; once, and for every download.
   *
   * @param told on the thread that writes the file; where it fails, the file is broken off
   */
  public void whenEnded(Consumer<End> told) {
    witness.complete(told);
  }

  /** Tells the witness, once it is named. */
  void ended(End end, Duration patience) {
    try {
      witness.get(patience.toMillis(), TimeUnit.MILLISECONDS).accept(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before a download was written down", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Nobody writes down how a download ended", e);
    }
  }
}
