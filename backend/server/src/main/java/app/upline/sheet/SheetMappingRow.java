package app.upline.sheet;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/**
 * A remembered mapping as it is kept.
 *
 * @param headings a JSON array
 * @param mapping JSON
 */
@MappedEntity("sheet_mapping")
record SheetMappingRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID agencyId,
    String subject,
    String headingsSha256,
    String name,
    String headings,
    String mapping,
    int version,
    Instant createdAt,
    Instant changedAt,
    @BinaryId UUID changedBy,
    String changerName) {}
