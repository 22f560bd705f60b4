package app.upline.platform.problem;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.outcome.ConflictKind;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.throttle.Limit;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RefusalMappingTest {

  private static final List<Fault> FAULTS = List.of(new Fault("/name", "REQUIRED", "Say it."));

  private static final Map<Refusal, String> PROBLEMS =
      Map.ofEntries(
          entry(new Refusal.NotFound("legal hold"), "404 not-found There is no such legal hold."),
          entry(
              new Refusal.Stale("4"),
              "412 precondition-failed It was changed since you read it, and If-Match names the version from before: read it again, then decide."),
          entry(
              new Refusal.WrongState("It is closed.", List.of()), "409 wrong-state It is closed."),
          entry(new Refusal.DraftExists("Finish it."), "409 draft-exists Finish it."),
          entry(new Refusal.Conflict(Odd.ODD_MONTH, "It is May."), "409 odd-month It is May."),
          entry(new Refusal.Invalid(FAULTS), "422 validation-failed Say it."),
          entry(new Refusal.Malformed(FAULTS), "400 malformed-request Say it."),
          entry(
              new Refusal.Throttled(
                  new TooMany(new Limit("tries", 3, Duration.ofMinutes(1)), Duration.ofSeconds(9))),
              "429 too-many-requests There were too many attempts; try again in 9 seconds."));

  private enum Odd implements ConflictKind {
    ODD_MONTH;

    @Override
    public String slug() {
      return "odd-month";
    }

    @Override
    public String title() {
      return "The month is odd";
    }
  }

  private enum Step {
    CLOSE,
    CANCEL
  }

  @TestFactory
  Stream<DynamicTest> eachRefusalIsTheProblemThatTheContractHasForIt() {
    return PROBLEMS.entrySet().stream()
        .map(
            of ->
                DynamicTest.dynamicTest(
                    of.getKey().getClass().getSimpleName(),
                    () -> {
                      ProblemException problem = ProblemException.of(of.getKey());
                      assertThat(
                              "%d %s %s"
                                  .formatted(
                                      problem.type().status(),
                                      problem.type().slug(),
                                      problem.detail()))
                          .isEqualTo(of.getValue());
                    }));
  }

  @Test
  void noRefusalIsLeftOut() {
    assertThat(PROBLEMS.keySet().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Refusal.class.getPermittedSubclasses()));
  }

  @Test
  void whatIsPossibleInsteadAndWhatIsWrongComeAlong() {
    assertThat(
            ProblemException.of(
                    new Refusal.WrongState("It is open.", List.of(Step.CLOSE, Step.CANCEL)))
                .possibleActions())
        .containsExactly("CLOSE", "CANCEL");
    assertThat(ProblemException.of(new Refusal.Invalid(FAULTS)).faults()).isEqualTo(FAULTS);
    assertThat(ProblemException.of(new Refusal.Malformed(FAULTS)).faults()).isEqualTo(FAULTS);
  }
}
