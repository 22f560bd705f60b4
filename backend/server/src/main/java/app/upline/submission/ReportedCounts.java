package app.upline.submission;

/**
 * What the carrier was told of a month, as it stands now: withdrawn submissions and drafts are not
 * in it.
 *
 * @param submissions that hold incidents of the month, or declare it nil
 * @param incidents in these submissions, follow-ups included, without those that were voided
 * @param late of them, those first submitted too late
 * @param nil whether the month is declared nil
 * @param nilLate whether that came too late
 */
public record ReportedCounts(
    int submissions,
    int returned,
    int acknowledged,
    int incidents,
    int late,
    boolean nil,
    boolean nilLate) {

  public static final ReportedCounts NOTHING = new ReportedCounts(0, 0, 0, 0, 0, false, false);
}
