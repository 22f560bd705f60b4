package app.upline.beneficiary;

import java.time.Instant;

/** That somebody read a block in clear. */
public record Reveal(String id, String by, Instant at, String reason) {}
