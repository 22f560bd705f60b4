package app.upline.retention;

/** What can be held; the codes are those of the contract. */
public enum HoldKind {
  RELATIONSHIP,
  INCIDENT,
  SUBMISSION;

  /** What the audit trail calls such a thing; its table has the same name. */
  String word() {
    return switch (this) {
      case RELATIONSHIP -> "relationship";
      case INCIDENT -> "incident";
      case SUBMISSION -> "submission";
    };
  }
}
