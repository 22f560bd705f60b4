package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the matter was looked into, and what was found.
 *
 * @param rootCause always present when founded
 */
@Serdeable.Deserializable
public record Investigation(
    InvestigationStatus status,
    InvestigationOutcome outcome,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable RootCause rootCause) {}
