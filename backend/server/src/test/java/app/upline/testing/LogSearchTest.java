package app.upline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A guard that never fires is none. */
class LogSearchTest {

  @Test
  void whatIsToldInALineOrByAnExceptionIsFoundOnce() {
    var log = LoggerFactory.getLogger("some.logger");
    log.info("Called by {}", "Jane Doe");
    log.info("It failed", new IllegalStateException("over", new RuntimeException("1EG4-TE5-MK73")));
    log.info("Called by somebody");
    assertThat(LogSearch.found())
        .containsExactly("some.logger told jane doe", "some.logger told 1eg4-te5-mk73");
    assertThat(LogSearch.found()).isEmpty();
  }
}
