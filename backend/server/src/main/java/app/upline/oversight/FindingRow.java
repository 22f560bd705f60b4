package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A finding as it is kept, without its answers. */
@MappedEntity("finding")
record FindingRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID carrierId,
    @BinaryId UUID agencyId,
    @BinaryId UUID incidentId,
    Finding.Kind kind,
    boolean visibleToAgency,
    boolean awaitsAnswer,
    String text,
    @BinaryId UUID authorId,
    String authorName,
    Instant writtenAt) {

  Finding finding() {
    return new Finding(
        id, incidentId, kind, visibleToAgency, text, authorName, writtenAt, List.of());
  }
}
