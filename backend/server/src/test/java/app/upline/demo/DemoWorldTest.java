package app.upline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.audit.RecordCheck;
import app.upline.testing.UplineProcess;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo's records pass the checks of {@code make verify-audit}. */
@Tag("engine")
@Tag("embedded")
class DemoWorldTest {
  private static final Path FOLDER = Path.of("target/demo-world").toAbsolutePath();

  @Test
  void theTrailTellsOfWhatTheDemoEnters() throws IOException {
    UplineProcess.forget(FOLDER.resolve("database"));
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environments("local")
            .properties(
                Map.of(
                    "upline.data-dir", FOLDER.toString(),
                    "upline.local-database.folder", FOLDER.toString(),
                    "upline.mail.folder", FOLDER.resolve("mail").toString(),
                    "upline.demo.enabled", true))
            .start()) {
      List<String> findings = new ArrayList<>();
      long compared =
          context.getBeansOfType(RecordCheck.class).stream()
              .mapToLong(check -> check.run(null, findings::add))
              .sum();

      assertThat(compared).isPositive();
      assertThat(findings).isEmpty();
    }
  }
}
