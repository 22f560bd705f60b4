package app.upline.retention;

/** What a purge removes. */
enum PurgeKind {
  SUBMISSION("submission"),
  PLAN("plan"),
  INCIDENT("incident"),
  RELATIONSHIP("relationship"),
  RESOURCE("resource"),
  /** What is attached to plans, incidents and resources that go. */
  FILE("attachment"),
  UPLOAD("import"),
  EXTRACT("extract"),
  DIRECTORY_UPLOAD("directory-import"),
  LEGAL_HOLD("legal-hold"),
  ANNOUNCEMENT("announcement"),
  /** What people were told of, with who was. */
  EVENT("event"),
  /** The oldest of a trail, whose rows the audit room removes by itself. */
  AUDIT_EVENT("audit-trail");

  private final String word;

  PurgeKind(String word) {
    this.word = word;
  }

  /** What the audit trail calls such a thing. */
  String word() {
    return word;
  }

  /** For people: {@code directory uploads}. */
  String plural() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "s";
  }
}
