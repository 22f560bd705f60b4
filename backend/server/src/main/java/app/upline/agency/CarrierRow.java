package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A carrier as it is kept. */
@MappedEntity("carrier")
record CarrierRow(@Id @BinaryId UUID id, String name, String timeZone, Instant createdAt) {}
