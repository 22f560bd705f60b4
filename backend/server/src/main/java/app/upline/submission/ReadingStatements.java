package app.upline.submission;

import app.upline.platform.listing.KeyOrder;

/**
 * The pieces of statements that read the items of a submission, {@code i}, with their heads, {@code
 * r}, and their pinned revisions, {@code x}, for each kind of record over its own tables.
 */
final class ReadingStatements {

  private static final String PINNED_RELATIONSHIPS =
      """
      join relationship r on r.id = i.relationship_id
      join relationship_revision x on x.relationship_id = i.relationship_id and x.revision = i.relationship_revision
      """;

  private static final String PINNED_INCIDENTS =
      """
      join incident r on r.id = i.incident_id
      join incident_revision x on x.incident_id = i.incident_id and x.revision = i.incident_revision
      """;

  private ReadingStatements() {}

  /** In the order of the records' ids. */
  static KeyOrder items(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> KeyOrder.of("submission_item i", "primary").with(PINNED_RELATIONSHIPS);
      case INCIDENTS -> KeyOrder.of("submission_incident i", "primary").with(PINNED_INCIDENTS);
    };
  }

  /** The same, of one type of change. */
  static KeyOrder itemsByChange(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          KeyOrder.of("submission_item i", "submission_item_by_change").with(PINNED_RELATIONSHIPS);
      case INCIDENTS ->
          KeyOrder.of("submission_incident i", "submission_incident_by_change")
              .with(PINNED_INCIDENTS);
    };
  }

  /** What a list shows of an item, and of {@link #previous}. */
  static String columns(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          i.relationship_id, r.agency_id, r.reference, i.relationship_revision, r.created_at, x.changed_at as revised_at, x.content, x.content_sha256,
            i.change_type, i.previous_revision, i.changed_since_return, i.late, p.revision as compared_revision, p.content as previous_content, p.content_sha256 as previous_sha256
          """;
      case INCIDENTS ->
          """
          i.incident_id, r.agency_id, r.reference, i.incident_revision, r.created_at, x.changed_at as revised_at, x.content, x.content_sha256,
            i.change_type, i.previous_revision, i.changed_since_return, i.late, p.revision as compared_revision, p.content as previous_content, p.content_sha256 as previous_sha256
          """;
    };
  }

  /** What the carrier had received before. */
  static String previous(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          left join relationship_revision p on p.relationship_id = i.relationship_id and p.revision = i.previous_revision
          """;
      case INCIDENTS ->
          """
          left join incident_revision p on p.incident_id = i.incident_id and p.revision = i.previous_revision
          """;
    };
  }

  /** What the revision before of the same submission said, which was returned. */
  static String returned(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          left join submission_item q on q.submission_id = i.submission_id and q.revision = i.revision - 1 and q.relationship_id = i.relationship_id
          left join relationship_revision p on p.relationship_id = q.relationship_id and p.revision = q.relationship_revision
          """;
      case INCIDENTS ->
          """
          left join submission_incident q on q.submission_id = i.submission_id and q.revision = i.revision - 1 and q.incident_id = i.incident_id
          left join incident_revision p on p.incident_id = q.incident_id and p.revision = q.incident_revision
          """;
    };
  }

  /** What a receipt vouches for. */
  static String contentColumns(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          i.*, i.relationship_id as record_id, i.relationship_revision as record_revision, r.reference, x.content
          """;
      case INCIDENTS ->
          """
          i.*, i.incident_id as record_id, i.incident_revision as record_revision, r.reference, x.content
          """;
    };
  }

  static String after(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> "and i.relationship_id > ?";
      case INCIDENTS -> "and i.incident_id > ?";
    };
  }

  static String order(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> "order by i.relationship_id limit ?";
      case INCIDENTS -> "order by i.incident_id limit ?";
    };
  }
}
