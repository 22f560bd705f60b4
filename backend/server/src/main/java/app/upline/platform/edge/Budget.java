package app.upline.platform.edge;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes that all connections share. */
final class Budget {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  Budget(long most) {
    this.most = most;
  }

  /** Takes them if there are so many; what was taken is to be given back. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  /** Takes them in any case, and answers by how much too many are taken now. */
  long overdraw(long bytes) {
    return taken.addAndGet(bytes) - most;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
