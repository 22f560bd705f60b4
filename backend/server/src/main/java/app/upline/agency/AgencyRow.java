package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency as it is kept. */
@MappedEntity("agency")
record AgencyRow(
    @Id @BinaryId UUID id,
    String name,
    String npn,
    EntityType level,
    @BinaryId @Nullable UUID uplineAgencyId,
    @Nullable String uplineName,
    int version,
    Instant createdAt) {}
