package app.upline.submission;

/** The statements over comments, for each kind of record that they are on. */
final class CommentStatements {

  private CommentStatements() {}

  /** Of an item. */
  static String reference(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select r.reference from submission_item i join relationship r on r.id = i.relationship_id
          where i.submission_id = ? and i.revision = ? and i.relationship_id = ?
          """;
      case INCIDENTS ->
          """
          select r.reference from submission_incident i join incident r on r.id = i.incident_id
          where i.submission_id = ? and i.revision = ? and i.incident_id = ?
          """;
    };
  }
}
