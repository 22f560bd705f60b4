package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as it is kept, without its parts. */
@MappedEntity("corrective_action_plan")
record PlanRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID carrierId,
    @BinaryId UUID agencyId,
    String reference,
    String title,
    PlanState state,
    @Nullable LocalDate nextDue,
    @Nullable LocalDate agencyDue,
    boolean awaitsCarrier,
    int version,
    Instant issuedAt,
    @BinaryId UUID issuedBy,
    String issuerName,
    Instant changedAt,
    @Nullable Instant endedAt,
    @Nullable String endMessage) {

  Plan plan(String carrier, String agency) {
    return new Plan(
        id,
        reference,
        new OrganizationName(carrierId, carrier),
        new OrganizationName(agencyId, agency),
        title,
        state,
        version,
        issuedAt,
        issuerName,
        changedAt,
        endedAt,
        endMessage,
        List.of(),
        List.of());
  }
}
