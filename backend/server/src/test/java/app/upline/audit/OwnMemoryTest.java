package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class OwnMemoryTest {
  @Inject TestUsers crowd;

  @Test
  void everyTableThatIsNobodysRecordIsThere() {
    assertThat(
            crowd.strings(
                "select table_name from information_schema.tables where table_schema = database()"))
        .containsAll(OwnMemory.TABLES);
  }
}
