package app.upline.beneficiary;

import java.time.Instant;

/** What was read in clear, which is on record. */
public record RevealedBeneficiary(Beneficiary beneficiary, Instant at) {}
