package app.upline.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** The number that a receiver has, and since when. */
@MappedEntity("audit_checkpoint_sent")
record CheckpointSentRow(@Id String receiver, long number, Instant sentAt) {}
