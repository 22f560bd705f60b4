package app.upline.oversight.web;

import app.upline.oversight.Outcome;
import app.upline.platform.http.ETags;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What came of a step, as a value or a problem. */
final class Answers {

  private Answers() {}

  /**
   * The value.
   *
   * @param what the thing in lower case, for the problem that there is none
   */
  static <T> T of(Outcome<T> outcome, String what) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.NotFound<T>() -> throw ProblemException.notFound(what);
      case Outcome.WrongState<T> wrong ->
          throw ProblemException.wrongState(wrong.why(), wrong.possible());
      case Outcome.Refused<T> refused -> throw ProblemException.invalid(refused.faults());
      case Outcome.DraftExists<T> exists ->
          throw ProblemException.of(ProblemType.DRAFT_EXISTS, exists.why());
    };
  }

  static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
