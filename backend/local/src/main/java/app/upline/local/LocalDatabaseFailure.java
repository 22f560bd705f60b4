package app.upline.local;

import io.micronaut.context.exceptions.ConfigurationException;

/**
 * The local database did not start, for a reason that the person at the keyboard can fix. The
 * message is one clear sentence, meant to be shown as it is and without a stack trace.
 */
public class LocalDatabaseFailure extends ConfigurationException {
  LocalDatabaseFailure(String sentence) {
    super(sentence);
  }

  LocalDatabaseFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
