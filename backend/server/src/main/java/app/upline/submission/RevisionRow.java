package app.upline.submission;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A revision of a submission as it begins: nothing counted, nothing sealed, nothing decided. */
@MappedEntity("submission_revision")
record RevisionRow(
    @Id @BinaryId UUID submissionId,
    @Id int revision,
    int added,
    int changed,
    int ended,
    int unchanged) {

  static RevisionRow begun(UUID submissionId, int revision) {
    return new RevisionRow(submissionId, revision, 0, 0, 0, 0);
  }
}
