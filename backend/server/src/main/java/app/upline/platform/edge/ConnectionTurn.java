package app.upline.platform.edge;

/**
 * Whose turn it is on a connection: the client's, until a request is whole, then ours, until the
 * last byte of its answer is with the operating system. Touched by the connection's event loop; the
 * times are read by others too.
 */
final class ConnectionTurn {
  private boolean inHead = true;
  private boolean answering;
  private int unanswered;
  private volatile boolean busy;
  private volatile long restingSince = System.nanoTime();

  /** Whether the next bytes are those of a request line or of headers. */
  boolean isHeadNext() {
    return inHead;
  }

  /** Whether a whole request waits for its answer, so that no other may be begun. */
  boolean isOurs() {
    return unanswered > 0;
  }

  /** Whether the request at hand has its answer, and still arrives. */
  boolean isAnsweredEarly() {
    return unanswered < 0;
  }

  /** Whether some of an answer has been written. */
  boolean isAnswering() {
    return answering;
  }

  /** Whether nothing of a request is under way, as anybody may ask. */
  boolean isResting() {
    return !busy;
  }

  long restingSince() {
    return restingSince;
  }

  void headSeen() {
    inHead = false;
    busy = true;
  }

  void requestEnded() {
    inHead = true;
    unanswered++;
  }

  void answerBegun() {
    answering = true;
  }

  /** An answer may be over before its request is, say one that is too large. */
  void answered() {
    answering = false;
    unanswered--;
    if (inHead && unanswered == 0) {
      busy = false;
      restingSince = System.nanoTime();
    }
  }
}
