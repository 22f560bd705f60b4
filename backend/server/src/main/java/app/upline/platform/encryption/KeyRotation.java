package app.upline.platform.encryption;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings everything under the current version of the key, a little at a time: it can be broken off
 * and begun again at any moment, and the service runs meanwhile.
 */
@Singleton
public final class KeyRotation {
  private static final int BATCH = 200;

  private final Vault vault;
  private final List<SealedRows> tables;

  KeyRotation(Vault vault, List<SealedRows> tables) {
    this.vault = vault;
    this.tables = tables;
  }

  /**
   * Brings under the current key what can be. A row that was damaged holds up the rest of its kind,
   * and nothing of another.
   *
   * @param progress is told in sentences what was done; nothing personal is in them
   * @throws IllegalStateException when not all of it is under the current key: the old one is
   *     needed still
   */
  public void run(Consumer<String> progress) {
    List<RuntimeException> failures = new ArrayList<>();
    for (SealedRows table : tables) {
      int done = 0;
      try {
        for (int some = table.resealSome(BATCH); some > 0; some = table.resealSome(BATCH)) {
          done += some;
        }
        progress.accept(
            "%s: %d brought under key %d, none left under another."
                .formatted(table.name(), done, vault.currentVersion()));
      } catch (RuntimeException failure) {
        failures.add(failure);
        progress.accept(
            "%s: %d brought under key %d, then broken off; keep the key before."
                .formatted(table.name(), done, vault.currentVersion()));
      }
    }
    if (!failures.isEmpty()) {
      IllegalStateException all =
          new IllegalStateException("Not everything could be brought under the current key");
      failures.forEach(all::addSuppressed);
      throw all;
    }
  }
}
