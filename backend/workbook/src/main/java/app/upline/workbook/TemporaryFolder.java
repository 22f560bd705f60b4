package app.upline.workbook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the library that writes templates puts rows that it does not hold, encrypted: a folder of
 * this process alone, which no other account may look into. It goes with the process; those of
 * processes that were killed are swept at the next start. A process is known to be there by its
 * lock, so that several may share a machine.
 */
public final class TemporaryFolder implements TempFileCreationStrategy, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String NAME = "upline-work-";
  private static final String LOCK = "in-use";

  private final Path folder;
  private final FileChannel channel;

  /**
   * Makes the folder, and makes it the library's.
   *
   * @param parent where it is made, and where those of killed processes are looked for
   */
  public TemporaryFolder(Path parent) {
    try {
      sweep(parent);
      folder = Files.createTempDirectory(parent, NAME);
      channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TempFile.setTempFileCreationStrategy(this);
  }

  @Override
  public File createTempFile(String prefix, String suffix) throws IOException {
    return Files.createTempFile(folder, prefix, suffix).toFile();
  }

  @Override
  public File createTempDirectory(String prefix) throws IOException {
    return Files.createTempDirectory(folder, prefix).toFile();
  }

  @Override
  public void close() throws IOException {
    TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
    channel.close();
    delete(folder);
  }

  private static void sweep(Path parent) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, NAME + "*")) {
      for (Path left : folders) {
        if (isLeft(left)) {
          delete(left);
          LOG.info("Removed the temporary files that a process left when it was killed");
        }
      }
    }
  }

  /** One without a lock was begun in this moment, or is another program's. */
  private static boolean isLeft(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
