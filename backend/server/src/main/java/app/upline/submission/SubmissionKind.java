package app.upline.submission;

/** What a submission discloses. */
public enum SubmissionKind {
  /** Who works for the agency, 42 CFR 422.2274(g)(2). */
  RELATIONSHIPS("relationship"),

  /** Violations and the discipline that followed, 42 CFR 422.2274(g)(2): the monthly report. */
  INCIDENTS("incident");

  private final String noun;

  SubmissionKind(String noun) {
    this.noun = noun;
  }

  /** One of them, for sentences; also how its columns and members begin. */
  String noun() {
    return noun;
  }

  /** Several of them, for sentences. */
  String plural() {
    return noun + "s";
  }
}
