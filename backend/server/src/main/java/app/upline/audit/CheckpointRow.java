package app.upline.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A checkpoint as it lies there; whether it says so too is for its signature to tell. */
@MappedEntity("audit_checkpoint")
record CheckpointRow(@Id long number, Instant takenAt, long events, boolean whole, String jws) {}
