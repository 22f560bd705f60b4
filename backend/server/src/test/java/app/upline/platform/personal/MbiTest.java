package app.upline.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MbiTest {

  @Test
  void theSampleThatCmsPublishesPasses() {
    assertThat(Mbi.parse("1EG4-TE5-MK73")).contains(new Mbi("1EG4TE5MK73"));
    assertThat(Mbi.parse(" 1eg4 te5 mk73 ")).contains(new Mbi("1EG4TE5MK73"));
  }

  @Test
  void whatCmsDoesNotGiveOutIsNone() {
    assertThat(Mbi.parse("0EG4TE5MK73")).isEmpty();
    assertThat(Mbi.parse("1BG4TE5MK73")).isEmpty();
    assertThat(Mbi.parse("1EG4TE5MK7")).isEmpty();
    assertThatThrownBy(() -> new Mbi("1eg4te5mk73"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("1eg4");
  }

  @Test
  void itIsShownMaskedAndNeverByAccident() {
    Mbi mbi = new Mbi("1EG4TE5MK73");
    assertThat(mbi.masked()).isEqualTo("1EG4-***-**73");
    assertThat(mbi.onCard()).isEqualTo("1EG4-TE5-MK73");
    assertThat("%s".formatted(mbi)).doesNotContain("1EG4").doesNotContain("73");
  }
}
