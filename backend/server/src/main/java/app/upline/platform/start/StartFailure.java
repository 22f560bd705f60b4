package app.upline.platform.start;

import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A start that was refused for a reason the person at the keyboard can fix. The message is one
 * clear sentence, meant to be shown as it is and without a stack trace.
 */
public class StartFailure extends ConfigurationException {
  public StartFailure(String sentence) {
    this(sentence, null);
  }

  public StartFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
