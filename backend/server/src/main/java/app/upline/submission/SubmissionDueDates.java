package app.upline.submission;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingCalendar;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When the months are due that submissions report, as the policy says that governs each. */
@Singleton
public final class SubmissionDueDates {

  private final ReportingCalendar calendar;

  SubmissionDueDates(ReportingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * @param calendars of the carriers that are reported to
   */
  public record Dates(Map<UUID, CarrierCalendar> calendars) {

    /** Where the carrier is; null for what is not of one month. */
    public @Nullable LocalDate of(Submission submission) {
      YearMonth period = submission.period();
      CarrierCalendar carrier = calendars.get(submission.carrier().id());
      return period == null || carrier == null ? null : carrier.due(period).dueDate();
    }
  }

  /** For all of these at once. */
  public Dates of(Collection<SubmissionView> views) {
    List<UUID> carriers =
        views.stream()
            .map(SubmissionView::submission)
            .filter(one -> one.period() != null)
            .map(one -> one.carrier().id())
            .distinct()
            .toList();
    return new Dates(calendar.of(carriers));
  }
}
