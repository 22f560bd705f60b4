package app.upline.notification;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person was told of an event. */
@MappedEntity("notification")
record NotificationRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID userId,
    @BinaryId UUID eventId,
    Instant createdAt,
    @Nullable Instant readAt,
    boolean awaitsDigest,
    @Nullable LocalDate digestOn) {}
