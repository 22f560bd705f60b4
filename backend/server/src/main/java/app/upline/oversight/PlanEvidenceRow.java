package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agency says it did for an item. */
@MappedEntity("corrective_action_evidence")
record PlanEvidenceRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID planId,
    @BinaryId UUID itemId,
    String text,
    @Nullable String reference,
    @BinaryId UUID submittedBy,
    String submitterName,
    Instant submittedAt) {

  PlanItem.Evidence evidence() {
    return new PlanItem.Evidence(text, reference, submitterName, submittedAt);
  }
}
