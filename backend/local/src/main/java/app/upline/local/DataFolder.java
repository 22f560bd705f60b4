package app.upline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder that holds one local database, owned by one JVM at a time. The lock belongs to the
 * process, so it is gone when the process is, however that came about.
 */
final class DataFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path root;
  private final FileChannel lockChannel;

  private DataFolder(Path root, FileChannel lockChannel) {
    this.root = root;
    this.lockChannel = lockChannel;
  }

  /**
   * Takes the folder, creating it when it is not there.
   *
   * @throws DataFolderInUseException when another process, or this one, holds it already
   * @throws LocalDatabaseFailure when the folder cannot be written
   */
  static DataFolder own(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new DataFolderInUseException(root);
      }
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new LocalDatabaseFailure("The data folder %s cannot be written.".formatted(root), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very JVM
    }
  }

  Path root() {
    return root;
  }

  /** Where the server keeps its tables; there only when it was set up to the end. */
  Path tables() {
    return root.resolve("database");
  }

  /**
   * Where the server keeps what is too large for its memory. A server clears its folder when it
   * starts, so two that share one, such as the machine's, take away what the other is working with.
   */
  Path temporary() throws IOException {
    return Files.createDirectories(
        root.resolve("temporary"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path setUpLog() {
    return root.resolve("set-up.log");
  }

  /** Statements the server runs before it listens; holds the password, so it is short-lived. */
  Path openingStatements() {
    return root.resolve("opening.sql");
  }

  /** The server's process id, written by its watchdog. */
  Path processId() {
    return root.resolve("server.pid");
  }

  /** The password of the application's account, made at random the first time. */
  String password() throws IOException {
    return passwordIn("password");
  }

  /** The password of the account that migrates. */
  String ownerPassword() throws IOException {
    return passwordIn("owner-password");
  }

  private String passwordIn(String name) throws IOException {
    Path file = root.resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      writePrivately(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  /** Writes a file that only its owner may read; the reader never sees half of it. */
  void writePrivately(Path file, String text) throws IOException {
    Path draft = root.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    try {
      lockChannel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
