package app.upline.submission.web;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Months as the contract writes them. */
final class Months {

  private static final String HINT = "Write the month as YYYY-MM, such as 2026-10.";

  private Months() {}

  /** Of the parameter {@code period}. */
  static @Nullable YearMonth ofQuery(@Nullable String text) {
    return text == null
        ? null
        : parsed(text)
            .orElseThrow(
                () ->
                    ProblemException.malformed(
                        List.of(new Fault("?period", "INVALID_PERIOD", HINT))));
  }

  /** Of the member {@code period}. */
  static @Nullable YearMonth ofBody(@Nullable String text) {
    return text == null
        ? null
        : parsed(text)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        List.of(new Fault("/period", "INVALID_PERIOD", HINT))));
  }

  private static Optional<YearMonth> parsed(String text) {
    try {
      return text.length() == 7 ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
