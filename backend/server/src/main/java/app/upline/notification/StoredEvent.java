package app.upline.notification;

import app.upline.platform.persistence.BinaryId;
import app.upline.work.SubjectKind;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Event} that was published.
 *
 * @param dueAt when to tell of it (again); null once everybody was told
 */
@MappedEntity("business_event")
record StoredEvent(
    @Id @BinaryId UUID id,
    EventType type,
    @BinaryId UUID organizationId,
    @BinaryId @Nullable UUID recipientId,
    @BinaryId @Nullable UUID otherId,
    @BinaryId @Nullable UUID actorId,
    SubjectKind subjectKind,
    @BinaryId @Nullable UUID subjectId,
    @Nullable String subjectReference,
    @Nullable String period,
    @Nullable String onceKey,
    Instant occurredAt,
    @Nullable Instant dueAt) {}
