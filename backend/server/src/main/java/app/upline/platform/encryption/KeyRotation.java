package app.upline.platform.encryption;

import jakarta.inject.Singleton;
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
   * @param progress is told in sentences what was done; nothing personal is in them
   */
  public void run(Consumer<String> progress) {
    for (SealedRows table : tables) {
      int done = 0;
      int some;
      do {
        some = table.resealSome(BATCH);
        done += some;
      } while (some > 0);
      progress.accept(
          "%s: %d brought under key %d, none left under another."
              .formatted(table.name(), done, vault.currentVersion()));
    }
  }
}
