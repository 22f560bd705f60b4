package app.upline.submission;

import java.util.UUID;

/**
 * Told in the same transaction that a carrier has received incidents, or that they were taken back,
 * by rooms that this one does not know.
 */
public interface DisclosureListener {

  /** From now on the carrier holds the incidents of this revision of the submission. */
  void disclosed(UUID submissionId, int revision);

  /** The submission was withdrawn: the carrier holds again what it held before. */
  void takenBack(UUID submissionId, int revision);
}
