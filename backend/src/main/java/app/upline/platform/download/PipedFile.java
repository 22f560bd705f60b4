package app.upline.platform.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer writes, as a stream to be read. The writer runs on a virtual thread and waits when
 * the reader is slow; it stops when the reader goes away, and the reader fails when the writer
 * does, so that a broken file is never taken for a whole one.
 */
final class PipedFile extends InputStream {

  private static final Logger LOG = LoggerFactory.getLogger(PipedFile.class);
  private static final int BUFFER = 64 * 1024;

  private final PipedInputStream in = new PipedInputStream(BUFFER);
  private volatile boolean failed;

  private PipedFile() {}

  static InputStream of(Downloads.Writer writer) {
    PipedFile file = new PipedFile();
    PipedOutputStream out = new PipedOutputStream();
    try {
      file.in.connect(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().name("download").start(() -> file.fill(writer, out));
    return file;
  }

  private void fill(Downloads.Writer writer, PipedOutputStream out) {
    try (out) {
      try {
        writer.to(out);
      } catch (IOException | RuntimeException e) {
        failed = true;
        if (!isClosedByReader(e)) {
          LOG.error("A download failed: {}", e.getClass().getName(), e);
        }
      }
    } catch (IOException e) {
      // the reader went away before the end; nobody is left to tell
    }
  }

  private static boolean isClosedByReader(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (cause instanceof IOException
          && ("Pipe closed".equals(message) || "Read end dead".equals(message))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    return value < 0 ? end() : value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    return count < 0 ? end() : count;
  }

  private int end() throws IOException {
    if (failed) {
      throw new IOException("The file could not be written to its end");
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
