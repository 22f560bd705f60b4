package app.upline.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.keys.VersionedKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row that cannot be opened, among the sealed data of several rooms. */
class BrokenOffRotationTest {

  @Test
  void oneDamagedRowHoldsUpNothingOfAnotherKindAndIsTold() {
    IllegalStateException damaged = new IllegalStateException("Damaged at table/column/7");
    List<String> told = new ArrayList<>();
    KeyRotation rotation =
        new KeyRotation(
            new Vault(DataKeys.parse(VersionedKeys.random())),
            List.of(
                new Rows("Secrets", List.of(200, 3), null),
                new Rows("Blocks", List.of(200), damaged),
                new Rows("Files", List.of(1), null)));

    assertThatThrownBy(() -> rotation.run(told::add)).hasSuppressedException(damaged);
    assertThat(told)
        .containsExactly(
            "Secrets: 203 brought under key 1, none left under another.",
            "Blocks: 200 brought under key 1, then broken off; keep the key before.",
            "Files: 1 brought under key 1, none left under another.");
  }

  /** Rows that are found in these portions, and then fail or are at an end. */
  private record Rows(String name, Deque<Integer> portions, @Nullable RuntimeException failure)
      implements SealedRows {

    Rows(String name, List<Integer> portions, @Nullable RuntimeException failure) {
      this(name, new ArrayDeque<>(portions), failure);
    }

    @Override
    public int resealSome(int most) {
      if (portions.isEmpty() && failure != null) {
        throw failure;
      }
      return portions.isEmpty() ? 0 : portions.poll();
    }
  }
}
