package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be learned, until when, and when it was. */
@Serdeable.Deserializable
public record Retraining(
    @Nullable String course, @Nullable LocalDate dueDate, @Nullable LocalDate completedDate) {

  static final Retraining NONE = new Retraining(null, null, null);

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
