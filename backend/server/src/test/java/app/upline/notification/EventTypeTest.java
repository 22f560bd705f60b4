package app.upline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told, in sentences. */
class EventTypeTest {

  @Test
  void aNameIsShownAsItIsWhateverItHolds() {
    assertThat(
            EventType.SUBMISSION_RECEIVED.sentence(
                "SUB-2026-7KQ2-000001", "O'Brien {reference} & $1 \\ Sons 🦉", null))
        .isEqualTo("SUB-2026-7KQ2-000001 was submitted by O'Brien {reference} & $1 \\ Sons 🦉.");
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceIsWholeOnceItsPlacesAreFilled(EventType type) {
    assertThat(type.sentence("SUB-2026-7KQ2-000001", "Summit Peak Health", "2026-10"))
        .endsWith(".")
        .doesNotContain("{", "}", "  ");
  }
}
