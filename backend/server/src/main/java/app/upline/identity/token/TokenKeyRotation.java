package app.upline.identity.token;

import app.upline.platform.start.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;

/**
 * Puts a new key into the file of the keys of access tokens. The service reads the file by itself;
 * sessions go on.
 */
public final class TokenKeyRotation {
  /** Longer than any instance, or client that caches {@code /v1/jwks}, goes without looking. */
  private static final Duration LEAD = Duration.ofMinutes(2);

  /** The longest life that an access token may have. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private TokenKeyRotation() {}

  /**
   * Rotates.
   *
   * @return what was done, as a sentence
   */
  public static String rotate(Path file, Clock clock) {
    try {
      TokenKeySet before = TokenKeySet.parse(Files.readString(file));
      TokenKeySet after = before.rotated(clock.instant(), LEAD, TOKEN_LIFE);
      replace(file, after.toJson());
      return "A new key signs from %s on; the file holds %d keys, the older ones verify until the last token of theirs has expired."
          .formatted(clock.instant().plus(LEAD), after.keys().size());
    } catch (IOException e) {
      throw new StartFailure("The file of the keys, %s, cannot be changed.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("The file %s holds no private keys on P-256.".formatted(file));
    }
  }

  /** In one step, so that the service never reads half of it. */
  private static void replace(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft =
        Files.createTempFile(
            folder,
            "keys",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
