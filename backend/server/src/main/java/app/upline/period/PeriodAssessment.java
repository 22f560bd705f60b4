package app.upline.period;

import app.upline.agency.Due;
import app.upline.submission.ReportedCounts;
import org.jspecify.annotations.Nullable;

/**
 * Where a month stands, and why. What is most urgent for the caller comes first: overdue, returned,
 * to be done; only then what is done.
 */
record PeriodAssessment(PeriodStatus status, String why) {

  /** As the agency sees it. */
  static PeriodAssessment ofAgency(
      AgencyOnlyCounts own, ReportedCounts told, Expectation expected) {
    if (own.undisclosed() > 0) {
      return undisclosed(own, told, expected);
    }
    return told(told, expected, PeriodStatus.NOTHING_TO_REPORT, "No incident is recorded");
  }

  /**
   * As the carrier sees it: what it was told, and what is owed whether or not there is anything.
   * Nothing of what the agency has recorded and not submitted can be read from it.
   */
  static PeriodAssessment ofCarrier(ReportedCounts told, Expectation expected) {
    return told(told, expected, PeriodStatus.NOTHING_REPORTED, "Nothing was reported");
  }

  /** While something is owed and not late. */
  @Nullable Integer dueInDays(Expectation expected) {
    return switch (status) {
      case DUE, DRAFTING -> expected.daysLeft();
      default -> null;
    };
  }

  private static PeriodAssessment undisclosed(
      AgencyOnlyCounts own, ReportedCounts told, Expectation expected) {
    String what =
        "%s recorded and not submitted"
            .formatted(counted(own.undisclosed(), "incident is", "incidents are"));
    if (expected.isOver()) {
      return new PeriodAssessment(
          PeriodStatus.OVERDUE, "%s; %s was the last day.".formatted(what, lastDay(expected)));
    }
    if (told.returned() > 0) {
      return returned(told);
    }
    return own.undisclosedInDraft() > 0
        ? new PeriodAssessment(
            PeriodStatus.DRAFTING,
            "%s, %d of them in a draft; due by %s."
                .formatted(what, own.undisclosedInDraft(), expected.due().dueDate()))
        : new PeriodAssessment(
            PeriodStatus.DUE, "%s; due by %s.".formatted(what, expected.due().dueDate()));
  }

  private static PeriodAssessment told(
      ReportedCounts told, Expectation expected, PeriodStatus nothing, String nothingInWords) {
    if (told.returned() > 0) {
      return returned(told);
    }
    if (told.incidents() > 0) {
      return reported(told, expected);
    }
    if (told.nil()) {
      return new PeriodAssessment(
          PeriodStatus.NIL_DECLARED,
          told.nilLate()
              ? "It was declared, late, that there was nothing to report."
              : "It was declared in time that there was nothing to report.");
    }
    if (told.submissions() > 0) {
      return voided(told);
    }
    if (!expected.nilOwed()) {
      return new PeriodAssessment(nothing, nothingInWords + ", and none is owed.");
    }
    return expected.isOver()
        ? new PeriodAssessment(
            PeriodStatus.OVERDUE,
            "%s, and a declaration of that was owed by %s."
                .formatted(nothingInWords, lastDay(expected)))
        : new PeriodAssessment(
            PeriodStatus.DUE,
            "%s; a month without incidents is to be declared %s."
                .formatted(nothingInWords, declarable(expected.due())));
  }

  private static String declarable(Due due) {
    return due.declarableFrom().equals(due.dueDate())
        ? "on " + due.dueDate()
        : "from %s to %s".formatted(due.declarableFrom(), due.dueDate());
  }

  private static PeriodAssessment reported(ReportedCounts told, Expectation expected) {
    String what = counted(told.incidents(), "incident was", "incidents were") + " submitted";
    String when =
        told.late() > 0
            ? "%s, %d of them after %s".formatted(what, told.late(), lastDay(expected))
            : what + " in time";
    if (told.acknowledged() == told.submissions()) {
      return new PeriodAssessment(PeriodStatus.ACKNOWLEDGED, when + ", and all are acknowledged.");
    }
    return new PeriodAssessment(
        told.late() > 0 ? PeriodStatus.SUBMITTED_LATE : PeriodStatus.SUBMITTED_ON_TIME, when + ".");
  }

  /** It was reported, and nothing of it stands. */
  private static PeriodAssessment voided(ReportedCounts told) {
    return new PeriodAssessment(
        told.acknowledged() == told.submissions()
            ? PeriodStatus.ACKNOWLEDGED
            : PeriodStatus.SUBMITTED_ON_TIME,
        "What was submitted was voided since: it had been recorded by mistake.");
  }

  private static PeriodAssessment returned(ReportedCounts told) {
    return new PeriodAssessment(
        PeriodStatus.RETURNED,
        counted(
                told.returned(),
                "submission was returned and waits",
                "submissions were returned and wait")
            + " for a correction.");
  }

  private static String lastDay(Expectation expected) {
    return expected.due().graceEndsOn().toString();
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
