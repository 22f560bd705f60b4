package app.upline.platform.start;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A secret made once and kept in a file that its owner alone may read, for places where no real
 * data is at stake.
 */
public record KeptSecret(Path folder, String file) {
  private static final String OWNER_ONLY = "rw-------";

  /** The secret that is kept. */
  public Optional<String> find() {
    try {
      return Files.exists(path()) ? Optional.of(Files.readString(path())) : Optional.empty();
    } catch (IOException e) {
      throw new StartFailure("The file %s cannot be read.".formatted(path()), e);
    }
  }

  public Path path() {
    return folder.resolve(file);
  }

  /** The secret that is kept, or the one that {@code maker} makes, kept from now on. */
  public String findOrMake(Supplier<String> maker) {
    Path place = path();
    try {
      if (!Files.exists(place)) {
        keep(maker.get(), place);
      }
      return Files.readString(place);
    } catch (IOException e) {
      throw new StartFailure("The data folder %s cannot be used.".formatted(folder), e);
    }
  }

  /** Writes beside the place and links it in: of two who start at once, the first one's stays. */
  private void keep(String secret, Path place) throws IOException {
    Files.createDirectories(folder);
    Path draft =
        Files.createTempFile(
            folder,
            file,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    try {
      Files.writeString(draft, secret);
      Files.createLink(place, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its secret is read.
    } finally {
      Files.delete(draft);
    }
  }
}
