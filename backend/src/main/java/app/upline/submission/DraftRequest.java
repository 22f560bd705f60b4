package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drafted.
 *
 * @param period the month of incidents; with {@link SubmissionScope#PERIOD} only
 * @param named the records; with {@link SubmissionScope#SELECTED} only
 */
public record DraftRequest(
    SubmissionKind kind,
    @Nullable UUID carrierId,
    SubmissionScope scope,
    @Nullable YearMonth period,
    List<UUID> named) {

  private static final int MOST = 1_000;

  /**
   * @param scope when absent, what is undisclosed: of the period if there is one
   */
  public DraftRequest(
      SubmissionKind kind,
      @Nullable UUID carrierId,
      @Nullable SubmissionScope scope,
      @Nullable YearMonth period,
      @Nullable List<UUID> named) {
    this.kind = kind;
    this.carrierId = carrierId;
    this.scope =
        scope != null ? scope : period == null ? SubmissionScope.CHANGES : SubmissionScope.PERIOD;
    this.period = period;
    this.named = named == null ? List.of() : List.copyOf(named);
  }

  Matter matter() {
    return new Matter(kind, scope, period);
  }

  /** Where the records are named. */
  String pointer() {
    return "/" + kind.noun() + "Ids";
  }

  /** What is wrong with it by itself. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (scope == (kind == SubmissionKind.INCIDENTS ? SubmissionScope.FULL : SubmissionScope.PERIOD)) {
      faults.add(
          new Fault("/scope", "NOT_OFFERED", "This scope is not for %s.".formatted(kind.plural())));
    }
    if (scope == SubmissionScope.PERIOD && period == null) {
      faults.add(new Fault("/period", "REQUIRED", "Name the month, such as 2026-10."));
    }
    if (scope != SubmissionScope.PERIOD && period != null) {
      faults.add(new Fault("/period", "NOT_EXPECTED", "A month goes with scope PERIOD only."));
    }
    boolean selecting = scope == SubmissionScope.SELECTED;
    if (selecting && named.isEmpty()) {
      faults.add(new Fault(pointer(), "REQUIRED", "Name the " + kind.plural() + " to disclose."));
    }
    if (!selecting && !named.isEmpty()) {
      faults.add(
          new Fault(pointer(), "NOT_EXPECTED", "Records are named with scope SELECTED only."));
    }
    if (named.size() > MOST) {
      faults.add(
          new Fault(pointer(), "TOO_MANY", "Name at most 1,000; other scopes take all there are."));
    }
    return faults;
  }
}
