package app.upline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Registered for every test class: no personal data and no secret is in the log when it ends. */
public final class CleanLogs implements AfterAllCallback {

  @Override
  public void afterAll(ExtensionContext context) {
    assertThat(LogSearch.found()).as("what the log told").isEmpty();
  }
}
