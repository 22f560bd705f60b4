package app.upline.submission;

import app.upline.platform.validation.Fault;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drafted.
 *
 * @param scope when absent, what is undisclosed: of the period if there is one
 * @param period the month of incidents; with {@link SubmissionScope#PERIOD} only
 * @param relationships by their ids; with {@link SubmissionScope#SELECTED} only, {@code incidents}
 *     likewise
 */
public record DraftRequest(
    SubmissionKind kind,
    @Nullable UUID carrierId,
    @Nullable SubmissionScope scope,
    @Nullable YearMonth period,
    @Nullable List<UUID> relationships,
    @Nullable List<UUID> incidents) {

  private static final int MOST = 1_000;

  public DraftRequest {
    relationships = relationships == null ? List.of() : List.copyOf(relationships);
    incidents = incidents == null ? List.of() : List.copyOf(incidents);
    if (scope == null) {
      scope = period == null ? SubmissionScope.CHANGES : SubmissionScope.PERIOD;
    }
  }

  /** The records of its kind that it names. */
  List<UUID> named() {
    return kind == SubmissionKind.INCIDENTS ? incidents : relationships;
  }

  /** Of a request without faults. */
  SubmissionSubject matter() {
    return new SubmissionSubject(kind, Objects.requireNonNull(scope), period);
  }

  /** Where the records are named. */
  String pointer() {
    return "/" + kind.noun() + "Ids";
  }

  /** What is wrong with it by itself. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (scope
        == (kind == SubmissionKind.INCIDENTS ? SubmissionScope.FULL : SubmissionScope.PERIOD)) {
      faults.add(
          new Fault("/scope", "NOT_OFFERED", "This scope is not for %s.".formatted(kind.plural())));
    }
    if (scope == SubmissionScope.PERIOD && period == null) {
      faults.add(new Fault("/period", "REQUIRED", "Enter the month, such as 2026-10."));
    }
    if (scope != SubmissionScope.PERIOD && period != null) {
      faults.add(
          new Fault("/period", "NOT_EXPECTED", "A month is allowed only with scope PERIOD."));
    }
    List<UUID> others = kind == SubmissionKind.INCIDENTS ? relationships : incidents;
    if (!others.isEmpty()) {
      faults.add(
          new Fault(
              kind == SubmissionKind.INCIDENTS ? "/relationshipIds" : "/incidentIds",
              "NOT_EXPECTED",
              "This must be a submission of %s.".formatted(kind.plural())));
    }
    List<UUID> named = named();
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
          new Fault(
              pointer(), "TOO_MANY", "Enter at most 1,000; the other scopes include all of them."));
    }
    return faults;
  }
}
