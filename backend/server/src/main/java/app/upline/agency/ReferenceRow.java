package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the references of an agency have been given out.
 *
 * @param mark what stands in all of them; null before the first
 */
@MappedEntity("reference_sequence")
record ReferenceRow(
    @Id @BinaryId UUID agencyId,
    @Id String prefix,
    @Id int year,
    int lastNumber,
    @Nullable String mark) {}
