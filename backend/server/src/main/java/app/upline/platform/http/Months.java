package app.upline.platform.http;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Months as the contract writes them: {@code YYYY-MM}. */
public final class Months {

  private static final String HINT = "Write the month as YYYY-MM, such as 2026-10.";
  private static final int LENGTH = 7;

  private Months() {}

  /** Of the parameter of this name. */
  public static @Nullable YearMonth ofQuery(String name, @Nullable String text) {
    return text == null
        ? null
        : parsed(text).orElseThrow(() -> ProblemException.malformed(fault("?" + name)));
  }

  /** Of the member of this name. */
  public static @Nullable YearMonth ofBody(String name, @Nullable String text) {
    return text == null
        ? null
        : parsed(text).orElseThrow(() -> ProblemException.invalid(fault("/" + name)));
  }

  private static List<Fault> fault(String place) {
    return List.of(new Fault(place, "INVALID_PERIOD", HINT));
  }

  private static Optional<YearMonth> parsed(String text) {
    try {
      return text.length() == LENGTH ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
