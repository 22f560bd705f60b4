package app.upline.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.upline.platform.problem.CatalogEntry;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

class FormMemoryTest {
  private static final long MB = 1024 * 1024;

  private final FormMemory memory = new FormMemory(100 * MB);

  @Test
  void oneMayHoldHalfAndAnotherTheRest() {
    memory.take("first", 50 * MB);
    assertThat(refusal("first", 1)).isEqualTo(ProblemType.TOO_MUCH_AT_ONCE);

    memory.take("second", 30 * MB);
    memory.take("third", 20 * MB);
    assertThat(refusal("third", 1)).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(memory.held()).isEqualTo(100 * MB);
  }

  @Test
  void whatIsGivenBackMayBeTakenAgain() {
    memory.take("first", 20 * MB);
    memory.take("first", 30 * MB);
    memory.giveBack("first", 50 * MB);
    memory.take("first", 50 * MB);

    assertThat(memory.held()).isEqualTo(50 * MB);
  }

  @Test
  void theLargestFormFindsRoomHoweverLittleMemoryThereIs() {
    FormMemory little = new FormMemory(16 * MB);
    little.take("first", 12 * MB);

    assertThat(little.held()).isEqualTo(12 * MB);
  }

  private CatalogEntry refusal(String owner, long bytes) {
    CatalogEntry[] met = new CatalogEntry[1];
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> memory.take(owner, bytes))
        .satisfies(refused -> met[0] = refused.type());
    return met[0];
  }
}
