package app.upline.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an incident in a submission stands in time.
 *
 * @param amended whether it follows up what the carrier has acknowledged
 * @param dueDate of its reporting period, by the policy that governed it
 * @param late whether it was first submitted, or would be now, after the due time and the grace;
 *     null for a follow-up
 * @param daysToReport from its discovery to its first submission, or to now
 */
public record Timeliness(
    boolean amended, LocalDate dueDate, @Nullable Boolean late, int daysToReport) {}
