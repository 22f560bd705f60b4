package app.upline.platform.download;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer writes, as a stream to be read. The writer runs on a virtual thread and waits when
 * the reader is slow; it stops when the reader goes away or stands still, and the reader fails when
 * the writer does, so that a broken file is never taken for a whole one.
 *
 * <p>Not the JDK's piped streams: they break when different threads read one after the other, as
 * the HTTP server's do.
 */
final class PipedFile extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(PipedFile.class);
  private static final int CHUNK = 32 * 1024;
  private static final int CHUNKS = 8;
  private static final int PATIENCE_SECONDS = 120;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
  private volatile boolean failed;
  private volatile boolean abandoned;
  private byte[] current = new byte[0];
  private int position;
  private boolean ended;

  private PipedFile() {}

  static InputStream of(Downloads.Writer writer) {
    PipedFile file = new PipedFile();
    Thread.ofVirtual().name("download").start(() -> file.fill(writer));
    return file;
  }

  private void fill(Downloads.Writer writer) {
    try (OutputStream out = new BufferedOutputStream(new Sink(), CHUNK)) {
      writer.to(out);
    } catch (IOException | RuntimeException e) {
      failed = true;
      if (!abandoned) {
        LOG.error("A download failed", e);
      }
    }
    try {
      put(END);
    } catch (IOException e) {
      // nobody is left to be told
    }
  }

  private void put(byte[] chunk) throws IOException {
    try {
      for (int waited = 0; !abandoned && waited < PATIENCE_SECONDS; waited++) {
        if (chunks.offer(chunk, 1, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    abandoned = true;
    throw new IOException("Nobody reads the download any more");
  }

  private final class Sink extends OutputStream {

    @Override
    public void write(int value) throws IOException {
      put(new byte[] {(byte) value});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > 0) {
        put(Arrays.copyOfRange(bytes, offset, offset + length));
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
