package app.upline.audit;

import java.util.List;
import java.util.UUID;

/**
 * What a verification found.
 *
 * @param from the number of the first event looked at
 * @param to that of the last; one less than {@code from} when there was none
 * @param complete whether that is the end of the trail
 * @param heads how many signed heads were compared
 * @param findings at most {@link #MOST_FINDINGS} of them
 * @param findingCount how many there are
 */
public record Verification(
    UUID organizationId,
    long from,
    long to,
    boolean complete,
    int heads,
    List<TrailFinding> findings,
    int findingCount) {

  static final int MOST_FINDINGS = 100;

  /** Whether everything is as it was written. */
  public boolean isSound() {
    return findingCount == 0;
  }
}
