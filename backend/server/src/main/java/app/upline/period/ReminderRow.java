package app.upline.period;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** That an agency was reminded of a month that a carrier waits for. */
@MappedEntity("reporting_reminder")
record ReminderRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID agencyId,
    @BinaryId UUID carrierId,
    String period,
    String kind,
    Instant createdAt) {}
