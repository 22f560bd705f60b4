package app.upline.submission;

import app.upline.platform.outcome.ConflictKind;
import app.upline.platform.outcome.Refusal;

/** What may be in the way of a submission, as the contract's problem catalog names it. */
public enum SubmissionConflict implements ConflictKind {
  /** The carrier knows everything, and wants no report of nothing. */
  NOTHING_TO_DISCLOSE("nothing-to-disclose", "Nothing to disclose"),

  /** A nil declaration would be untrue. */
  NOT_NIL("not-nil", "The month was not without incidents"),

  /** That the month had no incidents was declared before. */
  NIL_DECLARED("nil-declared", "The month has been declared already"),

  /** Attested was another wording than the carrier's current one. */
  ATTESTATION_OUTDATED("attestation-outdated", "The attestation wording has changed");

  private final String slug;
  private final String title;

  SubmissionConflict(String slug, String title) {
    this.slug = slug;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public String title() {
    return title;
  }

  Refusal because(String why) {
    return new Refusal.Conflict(this, why);
  }
}
