package app.upline.submission;

import java.util.UUID;

/** A submission that is acknowledged with others, in the revision that the reviewer has seen. */
public record ReviewedTogether(UUID submissionId, int revision) {

  /** How many are acknowledged at once. */
  static final int MOST = 50;
}
