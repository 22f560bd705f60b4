package app.upline.platform.problem;

import app.upline.platform.outcome.ConflictKind;
import app.upline.platform.outcome.OfferedSteps;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller. Thrown by controllers and the platform only: features answer
 * with an {@link Outcome}. It carries no stack trace, since it is an answer and not an accident.
 */
public final class ProblemException extends RuntimeException {
  /** A caller who fixes so many finds the others next. */
  private static final int MOST_FAULTS = 1_000;

  private final CatalogEntry type;
  private final String detail;
  private final List<Fault> faults;
  private final List<? extends Enum<?>> possible;
  private final @Nullable Integer retryAfterSeconds;
  private final Map<String, String> headers;

  private ProblemException(
      CatalogEntry type,
      String detail,
      List<Fault> faults,
      List<? extends Enum<?>> possible,
      @Nullable Integer retryAfterSeconds,
      Map<String, String> headers) {
    super(type.slug(), null, false, false);
    this.type = type;
    this.detail = detail;
    this.faults = List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    this.possible = List.copyOf(possible);
    this.retryAfterSeconds = retryAfterSeconds;
    this.headers = Map.copyOf(headers);
  }

  /** What a service refused: the one place where refusals become answers. */
  public static ProblemException of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound(String what) -> notFound(what);
      case Refusal.Stale _ ->
          of(
              ProblemType.PRECONDITION_FAILED,
              "It was changed since you read it, and If-Match names the version from before: read it again, then decide.");
      case Refusal.WrongState(String why, List<? extends Enum<?>> possible) ->
          wrongState(why, possible);
      case Refusal.DraftExists(String why) -> of(ProblemType.DRAFT_EXISTS, why);
      case Refusal.Conflict(ConflictKind kind, String why) -> of(new ConflictProblem(kind), why);
      case Refusal.Invalid(List<Fault> faults) -> invalid(faults);
      case Refusal.Malformed(List<Fault> faults) -> malformed(faults);
      case Refusal.Throttled(TooMany met) -> tooMany(met);
    };
  }

  /**
   * A problem of this type.
   *
   * @param detail what happened this time and what to do, for the caller to read
   */
  public static ProblemException of(CatalogEntry type, String detail) {
    return new ProblemException(type, detail, List.of(), List.of(), null, Map.of());
  }

  /** Understood, but these rules are broken: 422. */
  public static ProblemException invalid(List<Fault> faults) {
    return new ProblemException(
        ProblemType.VALIDATION_FAILED, counted(faults), faults, List.of(), null, Map.of());
  }

  /** Not understood, for these reasons: 400. */
  public static ProblemException malformed(List<Fault> faults) {
    return new ProblemException(
        ProblemType.MALFORMED_REQUEST, counted(faults), faults, List.of(), null, Map.of());
  }

  /**
   * Not there, or not the callers to see: 404.
   *
   * @param what the thing in lower case, such as {@code relationship}
   */
  public static ProblemException notFound(String what) {
    return of(ProblemType.NOT_FOUND, "There is no such %s.".formatted(what));
  }

  private static ProblemException wrongState(String why, List<? extends Enum<?>> possible) {
    return new ProblemException(ProblemType.WRONG_STATE, why, List.of(), possible, null, Map.of());
  }

  /** The same problem with a {@code Retry-After} header. */
  public ProblemException retryAfter(int seconds) {
    return new ProblemException(type, detail, faults, possible, seconds, headers);
  }

  /** The same problem with one more header. */
  public ProblemException header(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new ProblemException(type, detail, faults, possible, retryAfterSeconds, all);
  }

  /** Too many attempts: 429, with the headers that say how many are allowed and when. */
  public static ProblemException tooMany(TooMany met) {
    return tooMany(
        met, "There were too many attempts; try again in %d seconds.".formatted(met.seconds()));
  }

  /** The same where something else helps than waiting. */
  public static ProblemException tooMany(TooMany met, String detail) {
    return new ProblemException(
        ProblemType.TOO_MANY_REQUESTS,
        detail,
        List.of(),
        List.of(),
        met.seconds(),
        Map.of("RateLimit", met.rateLimit(), "RateLimit-Policy", met.policy()));
  }

  /** Requests come faster than is allowed: 429; how many are is told with every answer. */
  public static ProblemException tooFast(int seconds) {
    return of(
            ProblemType.TOO_MANY_REQUESTS,
            "Requests come faster than is allowed; try again in %d second%s."
                .formatted(seconds, seconds == 1 ? "" : "s"))
        .retryAfter(seconds);
  }

  private static String counted(List<Fault> faults) {
    return faults.size() == 1
        ? faults.getFirst().message()
        : "%d errors are listed in errors.".formatted(faults.size());
  }

  /** What kind of problem it is. */
  public CatalogEntry type() {
    return type;
  }

  /** What happened this time. */
  public String detail() {
    return detail;
  }

  /** Each fault of the request, perhaps none. */
  public List<Fault> faults() {
    return faults;
  }

  /** What is possible instead, perhaps nothing. */
  public List<String> possibleActions() {
    return possible.stream().<String>map(Enum::name).toList();
  }

  /** The same problem with those of what is possible instead that the caller may do. */
  ProblemException offering(OfferedSteps steps) {
    return possible.isEmpty()
        ? this
        : new ProblemException(
            type, detail, faults, steps.toCaller(possible), retryAfterSeconds, headers);
  }

  /** When to try again, or null where trying again is no use. */
  public @Nullable Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** Headers that go with it, perhaps none. */
  public Map<String, String> headers() {
    return headers;
  }
}
