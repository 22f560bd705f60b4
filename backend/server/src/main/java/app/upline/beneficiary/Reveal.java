package app.upline.beneficiary;

import java.time.Instant;
import java.util.UUID;

/** That a person read a block in clear. */
public record Reveal(UUID id, String by, Instant at, String reason) {}
