package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads conversations. A carrier's people see all of theirs; an agency's those that they were told
 * of. Called inside a transaction.
 */
@Singleton
final class CommentReading {

  private static final String COLUMNS =
      """
      k.id, k.agency_id, k.carrier_id, k.submission_id, s.reference as submission_reference, k.revision,
        k.relationship_id, r.reference as relationship_reference, k.incident_id, n.reference as incident_reference,
        k.pointer, k.text, k.author_id, k.author_name, k.written_at, k.state, k.version, k.told_version, s.kind
      """;

  private static final String JOINS =
      """
      left join submission s on s.id = k.submission_id
      left join relationship r on r.id = k.relationship_id
      left join incident n on n.id = k.incident_id
      """;

  private static final KeyOrder OF_SUBMISSION =
      KeyOrder.of("submission_comment k", "submission_comment_by_submission").with(JOINS);

  private static final KeyOrder OF_INCIDENT =
      KeyOrder.of("submission_comment k", "submission_comment_by_incident").with(JOINS);

  private final Database database;

  CommentReading(Database database) {
    this.database = database;
  }

  Optional<Comment> find(CurrentUser user, UUID id) {
    return database
        .first(
            Sql.of("select " + COLUMNS + " from submission_comment k")
                .add(JOINS)
                .add("where k.id = ? and " + scope(user), id, user.organizationId()),
            CommentReading::comment)
        .map(this::withEntries);
  }

  /** The same, and makes others who would say something to it wait. */
  Optional<Comment> lock(CurrentUser user, UUID id) {
    return database
        .first(
            Sql.of(
                "select k.id from submission_comment k where k.id = ? and "
                    + scope(user)
                    + " for update",
                id,
                user.organizationId()),
            row -> uuid(row, "id"))
        .flatMap(found -> find(user, found));
  }

  /** Oldest first, on a submission that the caller sees. */
  Page<Comment> ofSubmission(CurrentUser user, UUID submissionId, PageRequest request) {
    return page(
        user,
        OF_SUBMISSION.select(COLUMNS).add("where k.submission_id = ?", submissionId),
        request);
  }

  /**
   * Oldest first, on an incident that the caller sees: by submission, or on the incident itself.
   */
  Page<Comment> ofIncident(CurrentUser user, UUID incidentId, PageRequest request) {
    return page(
        user, OF_INCIDENT.select(COLUMNS).add("where k.incident_id = ?", incidentId), request);
  }

  private Page<Comment> page(CurrentUser user, Sql sql, PageRequest request) {
    sql.add("and " + scope(user), user.organizationId());
    if (!request.isFirst()) {
      sql.add("and k.id > ?", request.afterId());
    }
    sql.add("order by k.id limit ?", request.limit() + 1);
    Page<Comment> page =
        Page.of(
            database.query(sql, CommentReading::comment),
            request.limit(),
            comment -> List.of(comment.id().toString()));
    Map<UUID, List<CommentEntry>> later = entries(page.items().stream().map(Comment::id).toList());
    return page.map(comment -> whole(comment, later).seenBy(user));
  }

  private Comment withEntries(Comment comment) {
    return whole(comment, entries(List.of(comment.id())));
  }

  private static Comment whole(Comment comment, Map<UUID, List<CommentEntry>> later) {
    return comment.with(
        Stream.concat(
                comment.entries().stream(), later.getOrDefault(comment.id(), List.of()).stream())
            .toList());
  }

  private Map<UUID, List<CommentEntry>> entries(List<UUID> comments) {
    if (comments.isEmpty()) {
      return Map.of();
    }
    Sql sql =
        Sql.of("select * from comment_entry where 1 = 1")
            .addIn("and comment_id in", comments)
            .add("order by comment_id, version");
    return database.query(sql, CommentEntryRow.class).stream()
        .collect(
            Collectors.groupingBy(
                CommentEntryRow::commentId,
                Collectors.mapping(CommentEntryRow::entry, Collectors.toList())));
  }

  private static String scope(CurrentUser user) {
    return switch (user.kind()) {
      case CARRIER -> "k.carrier_id = ?";
      case AGENCY -> "k.agency_id = ? and k.told_version is not null";
    };
  }

  /** With its first word alone. */
  private static Comment comment(ResultSet row) throws SQLException {
    return new Comment(
        uuid(row, "id"),
        uuid(row, "agency_id"),
        uuid(row, "carrier_id"),
        place(row),
        uuid(row, "author_id"),
        CommentState.valueOf(row.getString("state")),
        row.getInt("version"),
        intOrNull(row, "told_version"),
        List.of(
            new CommentEntry(
                1,
                CommentAction.WRITE,
                row.getString("text"),
                OrganizationKind.CARRIER,
                row.getString("author_name"),
                instant(row, "written_at"))));
  }

  private static Comment.Place place(ResultSet row) throws SQLException {
    @Nullable String kind = row.getString("kind");
    @Nullable UUID incident = uuidOrNull(row, "incident_id");
    return new Comment.Place(
        uuidOrNull(row, "submission_id"),
        row.getString("submission_reference"),
        intOrNull(row, "revision"),
        kind == null ? SubmissionKind.INCIDENTS : SubmissionKind.valueOf(kind),
        incident == null ? uuidOrNull(row, "relationship_id") : incident,
        incident == null
            ? row.getString("relationship_reference")
            : row.getString("incident_reference"),
        row.getString("pointer"));
  }
}
