package app.upline.incident.web;

import app.upline.api.model.IncidentSort;
import app.upline.api.model.IncidentSource;
import app.upline.api.model.InvestigationOutcome;
import app.upline.api.model.Severity;
import app.upline.api.model.UsState;
import app.upline.api.model.ViolationCategory;
import app.upline.incident.IncidentFilter;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filter parameters that the list and the export share. */
record IncidentFilters(IncidentFilter filter, app.upline.incident.IncidentSort sort) {

  private static final Pattern PERIOD = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final Pattern NPN = Pattern.compile("[1-9]\\d{0,9}");

  static IncidentFilters of(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSort sort) {
    check(q, period, subjectNpn, sort);
    IncidentFilter filter =
        new IncidentFilter(
            q,
            period == null ? null : YearMonth.parse(period),
            carrierId,
            code(category, app.upline.incident.ViolationCategory::valueOf),
            code(severity, app.upline.incident.Severity::valueOf),
            subjectNpn,
            code(state, app.upline.relationship.UsState::valueOf),
            code(source, app.upline.incident.IncidentSource::valueOf),
            code(outcome, app.upline.incident.InvestigationOutcome::valueOf),
            harm,
            repeat,
            late,
            undisclosed,
            changedSince == null ? null : changedSince.toInstant());
    return new IncidentFilters(filter, order(sort, changedSince));
  }

  private static void check(
      @Nullable String q,
      @Nullable String period,
      @Nullable String subjectNpn,
      @Nullable IncidentSort sort) {
    if (q != null && (q.strip().length() < 2 || q.length() > 100)) {
      throw refused("?q", "OUT_OF_RANGE", "Search for 2 to 100 characters.");
    }
    if (q != null && sort != null) {
      throw refused(
          "?sort", "NOT_WITH_Q", "A search has an order of its own; leave out sort or q.");
    }
    if (period != null && !PERIOD.matcher(period).matches()) {
      throw refused("?period", "INVALID_PERIOD", "Write the month as YYYY-MM.");
    }
    if (subjectNpn != null && !NPN.matcher(subjectNpn).matches()) {
      throw refused(
          "?subjectNpn",
          "INVALID_NPN",
          "An NPN is one to ten digits and does not begin with zero.");
    }
  }

  /** A caller who polls for changes wants them in the order in which they happened. */
  private static app.upline.incident.IncidentSort order(
      @Nullable IncidentSort sort, @Nullable OffsetDateTime changedSince) {
    if (sort != null) {
      return app.upline.incident.IncidentSort.valueOf(sort.name());
    }
    return changedSince == null
        ? app.upline.incident.IncidentSort.REFERENCE
        : app.upline.incident.IncidentSort.CHANGED_AT;
  }

  private static <T> @Nullable T code(@Nullable Enum<?> theirs, Function<String, T> ours) {
    return theirs == null ? null : ours.apply(theirs.name());
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}
