package app.upline.platform.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection: whose turn it is, and how its answers are taken. A client that takes next
 * to nothing for as long as its patience allows is ended, for it holds what others need.
 */
final class ClientConnection {
  /** What even the slowest line takes within the patience. */
  private static final long LITTLE = 16 * 1024;

  final ConnectionTurn turn = new ConnectionTurn();
  private final Channel channel;
  private final String network;
  private final Duration patience;
  private final AtomicBoolean ended = new AtomicBoolean();

  private long passed;
  private long sentThen;
  private @Nullable ScheduledFuture<?> check;
  private volatile long standingSince = System.nanoTime();
  private volatile long held;
  private volatile boolean standing;

  ClientConnection(Channel channel, String network, Duration patience) {
    this.channel = channel;
    this.network = network;
    this.patience = patience;
  }

  /** Whose it is: an address, or a network of version 6. */
  String network() {
    return network;
  }

  /** Memory that its unsent answers hold, and nothing else does. */
  long held() {
    return held;
  }

  /** Whether bytes wait for its client to take them; as of the last write. */
  boolean isStanding() {
    return standing;
  }

  /** Since when its reader has taken next to nothing. */
  long standingSince() {
    return standingSince;
  }

  /**
   * Ends it from anywhere.
   *
   * @return whether it had not been ended before
   */
  boolean end() {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      channel.close();
    }
    return first;
  }

  void whenClosed(Runnable then) {
    channel.closeFuture().addListener(closed -> then.run());
  }

  /** Bytes of an answer go to the client. */
  void writes(long bytes, long holding) {
    held += holding;
    if (check == null) {
      begin();
    }
    passed += bytes;
    standing = true;
  }

  /** They have left, or never will. */
  void wrote(long holding) {
    held -= holding;
    if (waiting() == 0) {
      standing = false;
      standingSince = System.nanoTime();
      sentThen = passed;
    }
  }

  private void begin() {
    standingSince = System.nanoTime();
    sentThen = passed;
    check = channel.eventLoop().schedule(this::check, patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void check() {
    check = null;
    long waiting = waiting();
    if (waiting == 0 || !channel.isActive()) {
      return;
    }
    long left = patience.toNanos() - (System.nanoTime() - standingSince);
    long sent = passed - waiting;
    if (left <= 0 && sent - sentThen < LITTLE) {
      end();
      return;
    }
    if (left <= 0) {
      standingSince = System.nanoTime();
      sentThen = sent;
      left = patience.toNanos();
    }
    check = channel.eventLoop().schedule(this::check, left, TimeUnit.NANOSECONDS);
  }

  /** What the operating system has not taken yet. */
  private long waiting() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null
        ? 0
        : Math.max(0, buffer.totalPendingWriteBytes() - buffer.currentProgress());
  }
}
