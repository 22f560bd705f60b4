package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of triage as it is kept; without a person where a disclosure did it. */
@MappedEntity("triage_event")
record TriageEventRow(
    @Id @BinaryId UUID carrierId,
    @Id @BinaryId UUID incidentId,
    @Id int version,
    TriageAction action,
    TriageState state,
    @Nullable String message,
    @BinaryId @Nullable UUID actedBy,
    @Nullable String actorName,
    Instant actedAt) {

  TriageEvent event() {
    return new TriageEvent(version, action, state, message, actorName, actedAt);
  }
}
