package app.upline.submission;

/** The statements over comments, for each kind of record that they are on. */
final class CommentStatements {

  private CommentStatements() {}

  static String columns(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          k.id, k.revision, k.relationship_id, r.reference, k.pointer, k.text, k.author_name, k.written_at
          """;
      case INCIDENTS ->
          """
          k.id, k.revision, k.incident_id, r.reference, k.pointer, k.text, k.author_name, k.written_at
          """;
    };
  }

  /** The record, {@code r}, that a comment, {@code k}, is on. */
  static String record(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> "left join relationship r on r.id = k.relationship_id";
      case INCIDENTS -> "left join incident r on r.id = k.incident_id";
    };
  }

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
