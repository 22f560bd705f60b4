package app.upline.platform.problem;

import io.micronaut.core.convert.ConversionError;
import java.util.Optional;

/** A parameter's value that one of our converters cannot read. */
record UnreadableValue(CharSequence text) implements ConversionError {
  @Override
  public Exception getCause() {
    return new IllegalArgumentException("unreadable value");
  }

  @Override
  public Optional<Object> getOriginalValue() {
    return Optional.of(text);
  }
}
