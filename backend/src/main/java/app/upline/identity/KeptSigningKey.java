package app.upline.identity;

import app.upline.platform.start.StartFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A key made once and kept in a folder, so that people stay signed in over a restart. */
record KeptSigningKey(Path folder) {
  private static final String FILE = "token-signing-key.jwk";
  private static final String OWNER_ONLY = "rw-------";

  SigningKey findOrMake() {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        keep(SigningKey.random(), file);
      }
      return SigningKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new StartFailure("The data folder %s cannot be used.".formatted(folder), e);
    }
  }

  /** Writes beside the place and links it in: of two who start at once, the first one's stays. */
  private void keep(SigningKey key, Path file) throws IOException {
    Files.createDirectories(folder);
    Path draft =
        Files.createTempFile(
            folder,
            FILE,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    try {
      Files.writeString(draft, key.key().toJSONString());
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was first; theirs is read.
    } finally {
      Files.delete(draft);
    }
  }
}
