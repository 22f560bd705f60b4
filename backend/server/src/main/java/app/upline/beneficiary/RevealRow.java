package app.upline.beneficiary;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** That a person read a block in clear, as it is kept. */
@MappedEntity("beneficiary_reveal")
record RevealRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID incidentId,
    int version,
    @BinaryId UUID organizationId,
    @BinaryId UUID revealedBy,
    String revealerName,
    String reason,
    Instant revealedAt) {

  Reveal reveal() {
    return new Reveal(id, revealerName, revealedAt, reason);
  }
}
