package app.upline.platform.paging;

import app.upline.platform.encryption.Vault;
import io.micronaut.context.annotation.Context;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Vouches for cursors by a key that all instances share and that outlives them: derived from the
 * keys of personal data, and hashing nothing else of this scope. Cursors are made in many places
 * without knowing of it, so it is put here when the application starts.
 */
@Context
final class CursorSeal {
  private static final String SCOPE = "cursor";

  /** Enough of a hash that no other text can be found for it. */
  static final int BYTES = 16;

  private static volatile @Nullable Vault vault;

  CursorSeal(Vault vault) {
    CursorSeal.vault = vault;
  }

  static byte[] of(String text) {
    return shortened(vault().fingerprint(SCOPE, text));
  }

  /** Whether this was made of this text, under any key that is still known. */
  static boolean fits(byte[] seal, String text) {
    return Stream.of(vault())
        .flatMap(known -> known.fingerprints(SCOPE, text).stream())
        .map(CursorSeal::shortened)
        .anyMatch(right -> MessageDigest.isEqual(right, seal));
  }

  private static byte[] shortened(byte[] hash) {
    return Arrays.copyOf(hash, BYTES);
  }

  private static Vault vault() {
    return Objects.requireNonNull(vault, "The application has not started");
  }
}
