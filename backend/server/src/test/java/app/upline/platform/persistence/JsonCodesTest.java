package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Sets of codes as a column keeps them. */
class JsonCodesTest {

  @Test
  void oneSetIsOneTextWhateverTheOrder() {
    assertThat(JsonCodes.of(List.of("b:read", "a:write", "b:read")))
        .isEqualTo(JsonCodes.of(Set.of("a:write", "b:read")))
        .isEqualTo("[\"a:write\",\"b:read\"]");
    assertThat(JsonCodes.of(List.of())).isEqualTo("[]");
  }

  @Test
  void whatWasWrittenIsRead() {
    String json = JsonCodes.of(Set.of(TimeUnit.DAYS, TimeUnit.HOURS));

    assertThat(json).isEqualTo("[\"DAYS\",\"HOURS\"]");
    assertThat(JsonCodes.read(json, TimeUnit.class))
        .containsExactlyInAnyOrder(TimeUnit.DAYS, TimeUnit.HOURS);
    assertThat(JsonCodes.read("[\"DAYS\", \"HOURS\"]")).containsExactly("DAYS", "HOURS");
    assertThat(JsonCodes.read("[]")).isEmpty();
  }

  @Test
  void whatWouldHaveToBeEscapedIsNoCode() {
    assertThatThrownBy(() -> JsonCodes.of(Set.of("a\"b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonCodes.text("a\\")).isInstanceOf(IllegalArgumentException.class);
  }
}
