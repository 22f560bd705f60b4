package app.upline.platform.upload;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that can be read from any place and is never on a disk: what people send, and what of it
 * is kept, may hold personal data. It is gone when this is closed.
 */
public record MemoryFile(Path path) implements AutoCloseable {

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** An empty file. */
  public static MemoryFile empty() {
    try {
      FileSystem memory = MemoryFileSystemBuilder.newEmpty().build();
      return new MemoryFile(Files.createFile(memory.getPath("/content-of-the-part")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of this content. */
  public static MemoryFile of(Content content) throws IOException {
    MemoryFile file = empty();
    try (OutputStream out = Files.newOutputStream(file.path())) {
      content.writeTo(out);
    } catch (Throwable e) {
      file.close();
      throw e;
    }
    return file;
  }

  @Override
  public void close() {
    try {
      path.getFileSystem().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
