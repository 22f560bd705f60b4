package app.upline.platform.download;

import app.upline.platform.problem.FailureTrace;
import app.upline.platform.share.Place;
import app.upline.platform.share.Turn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer writes, as a stream to be read. The writer waits when the reader is slow, and lets
 * others work meanwhile; it stops when the reader goes away or stands still, and the reader fails
 * when the writer does, so that a broken file is never taken for a whole one.
 *
 * <p>Not the JDK's piped streams: they break when different threads read one after the other, as
 * the HTTP server's do.
 */
final class PipedFile extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(PipedFile.class);
  private static final int CHUNK = 32 * 1024;
  private static final int CHUNKS = 8;
  private static final int LOOK_UP_MILLIS = 250;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private final Transfer transfer;
  private final Duration patience;
  private volatile boolean failed;
  private volatile boolean abandoned;
  private byte[] current = new byte[0];
  private int position;
  private boolean ended;

  private PipedFile(Transfer transfer, Duration patience) {
    this.transfer = transfer;
    this.patience = patience;
  }

  /**
   * Begins to write.
   *
   * @param place of the writer, which leaves it at the end
   * @param transfer is told how it ended, before the reader is
   * @param patience how long the reader may stand still
   */
  static InputStream of(
      Downloads.Writer writer, Place place, Transfer transfer, Duration patience) {
    PipedFile file = new PipedFile(transfer, patience);
    Runnable work =
        () -> {
          try (place) {
            place.work(turn -> file.fill(writer, turn));
          }
        };
    try {
      // Not a virtual one, which would keep the processor from requests while it computes.
      Thread.ofPlatform().daemon().name("download").start(work);
    } catch (Error e) {
      place.close();
      throw e;
    }
    return file;
  }

  private void fill(Downloads.Writer writer, Turn turn) {
    try (OutputStream out = new BufferedOutputStream(new Sink(turn), CHUNK)) {
      writer.to(out);
    } catch (IOException | RuntimeException e) {
      failed = true;
      if (!abandoned) {
        LOG.error("A download failed: {}", FailureTrace.of(e));
      }
    }
    turn.pause();
    tell();
    // There is room: either the client took everything, or it has stopped taking.
    chunks.clear();
    chunks.add(END);
  }

  /** Tells how it ended, once the reader has all but the end; what is not told is no whole file. */
  private void tell() {
    boolean taken = !failed && allTaken();
    try {
      transfer.ended(
          taken ? Transfer.End.WHOLE : abandoned ? Transfer.End.ABANDONED : Transfer.End.BROKEN,
          patience);
    } catch (RuntimeException e) {
      failed = true;
      LOG.error("How a download ended could not be written down: {}", FailureTrace.of(e));
    }
    failed |= !taken;
  }

  private boolean allTaken() {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!abandoned && !chunks.isEmpty() && System.nanoTime() < end) {
        synchronized (chunks) {
          chunks.wait(LOOK_UP_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    abandoned |= !chunks.isEmpty();
    return !abandoned;
  }

  private void put(byte[] chunk, Turn turn) throws IOException {
    if (!abandoned && chunks.offer(chunk)) {
      turn.offer();
      return;
    }
    turn.pause();
    if (abandoned || !takenInTime(chunk)) {
      abandoned = true;
      throw new IOException("Nobody reads the download any more");
    }
    turn.resume();
  }

  private boolean takenInTime(byte[] chunk) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!abandoned && System.nanoTime() < end) {
        if (chunks.offer(chunk, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private final class Sink extends OutputStream {
    private final Turn turn;

    Sink(Turn turn) {
      this.turn = turn;
    }

    @Override
    public void write(int value) throws IOException {
      put(new byte[] {(byte) value}, turn);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        put(Arrays.copyOfRange(bytes, offset, offset + length), turn);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fetched()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, bytes, offset, count);
    position += count;
    return count;
  }

  private boolean fetched() throws IOException {
    try {
      while (!ended && position == current.length) {
        current = chunks.take();
        synchronized (chunks) {
          chunks.notifyAll();
        }
        position = 0;
        ended = current == END;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading a download", e);
    }
    if (ended && failed) {
      throw new IOException("The file could not be written to its end");
    }
    return !ended;
  }

  @Override
  public void close() {
    abandoned = true;
    chunks.clear();
  }
}
