package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The plan an incident was about, as CMS numbers it.
 *
 * @param contractNumber a letter or digit and four digits, such as H0672
 * @param pbp plan benefit package, three digits
 * @param year the plan year
 */
@Serdeable.Deserializable
public record Plan(@Nullable String contractNumber, @Nullable String pbp, @Nullable Integer year) {

  static final Plan NONE = new Plan(null, null, null);

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
