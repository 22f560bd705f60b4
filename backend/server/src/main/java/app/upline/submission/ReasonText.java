package app.upline.submission;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that a person adds to a decision or a comment: 2 to 2,000 characters. */
final class ReasonText {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 2_000;

  private ReasonText() {}

  /** Without the blanks around it; null when nothing is left. */
  static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** What is wrong with it, once tidied; others read it, so it holds no number of a beneficiary. */
  static Optional<Fault> fault(String pointer, @Nullable String tidied, boolean required) {
    return faultOfLength(pointer, tidied, required)
        .or(() -> tidied == null ? Optional.empty() : PersonalNumbers.fault(pointer, tidied));
  }

  /** The same of words that are looked at elsewhere for what they hold. */
  static Optional<Fault> faultOfLength(String pointer, @Nullable String tidied, boolean required) {
    if (tidied == null) {
      return required
          ? Optional.of(new Fault(pointer, "REQUIRED", "Enter the reason in a few words."))
          : Optional.empty();
    }
    int length = tidied.codePointCount(0, tidied.length());
    return length < SHORTEST || length > LONGEST
        ? Optional.of(new Fault(pointer, "LENGTH", "Enter 2 to 2,000 characters."))
        : Optional.empty();
  }
}
