package app.upline.submission;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a month had no incidents, as the attester confirms it.
 *
 * @param period the month
 */
public record NilDeclarationRequest(
    @Nullable UUID carrierId, @Nullable YearMonth period, AttestationRequest attestation) {}
