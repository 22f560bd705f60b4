package app.upline.beneficiary;

import app.upline.platform.validation.Fault;
import java.time.Instant;
import java.util.List;

/** What came of a request about a block. */
public sealed interface BeneficiaryOutcome {

  /** Recorded, or removed. */
  record Done(BeneficiaryView view) implements BeneficiaryOutcome {}

  /** Read in clear, which is recorded. */
  record Revealed(Beneficiary beneficiary, Instant at) implements BeneficiaryOutcome {}

  /** No such incident, or no block, in the caller's sight. */
  record NotFound() implements BeneficiaryOutcome {}

  /** What was sent is not of the contract's shape. */
  record Malformed(List<Fault> faults) implements BeneficiaryOutcome {}

  /** What was sent breaks a rule. */
  record Refused(List<Fault> faults) implements BeneficiaryOutcome {}
}
