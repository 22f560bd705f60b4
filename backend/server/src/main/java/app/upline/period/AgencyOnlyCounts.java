package app.upline.period;

import app.upline.incident.RecordedMonths;
import app.upline.submission.ReportedMonths;

/**
 * What only the agency knows of a month.
 *
 * @param recorded incidents discovered in it
 * @param undisclosed of them, those the carrier has never received
 * @param followUps changed since the carrier received them
 * @param inDraft in a draft that is not submitted yet, follow-ups too
 * @param undisclosedInDraft of the undisclosed, those in such a draft
 */
record AgencyOnlyCounts(
    int recorded, int undisclosed, int followUps, int inDraft, int undisclosedInDraft) {

  static final AgencyOnlyCounts NOTHING = new AgencyOnlyCounts(0, 0, 0, 0, 0);

  static AgencyOnlyCounts of(RecordedMonths.Counts recorded, ReportedMonths.Drafted drafted) {
    return new AgencyOnlyCounts(
        recorded.recorded(),
        recorded.undisclosed(),
        recorded.followUps(),
        drafted.incidents(),
        drafted.firstTime());
  }
}
