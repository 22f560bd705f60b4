package app.upline.submission;

import static app.upline.platform.persistence.Database.booleanOrNull;
import static app.upline.platform.persistence.Database.intOrNull;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.fields.Difference;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import app.upline.relationship.UpstreamDifferences;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a submission says: its rows, its revisions, and the bytes that its receipt vouches for. */
@Singleton
public final class SubmissionReading {

  private final Database database;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final UndoneAcknowledgements undone;
  private final SubmissionItems items;
  private final CanonicalContent content;
  private final DisclosableTypes kinds;
  private final UpstreamReferences upstream;
  private final Clock clock;

  SubmissionReading(
      Database database,
      SubmissionRows rows,
      RevisionRows revisions,
      UndoneAcknowledgements undone,
      SubmissionItems items,
      CanonicalContent content,
      DisclosableTypes kinds,
      UpstreamReferences upstream,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.revisions = revisions;
    this.undone = undone;
    this.items = items;
    this.content = content;
    this.kinds = kinds;
    this.upstream = upstream;
    this.clock = clock;
  }

  /** A submission that was submitted at least once, in one of its submitted revisions. */
  public record Sealed(Submission submission, SubmissionRevision revision, Seal seal) {}

  public Optional<SubmissionView> find(CurrentUser user, UUID id) {
    return database.reading(
        () ->
            rows.find(user, id)
                .map(
                    view ->
                        view.submission().open() && user.kind() == OrganizationKind.AGENCY
                            ? view.withOutdatedItems(items.outdated(view.submission()))
                            : view));
  }

  /** The submitted revisions, newest first. */
  public Optional<List<SubmissionRevision>> revisions(CurrentUser user, UUID id) {
    return database.reading(
        () ->
            rows.find(user, id)
                .map(
                    view -> undone.beside(view.submission(), revisions.sealed(view.submission()))));
  }

  /** A submitted revision; the newest when none is named. */
  public Optional<Sealed> sealed(CurrentUser user, UUID id, @Nullable Integer revision) {
    return database.reading(
        () ->
            rows.find(user, id)
                .flatMap(
                    view ->
                        revisions.sealed(view.submission()).stream()
                            .filter(r -> revision == null || r.revision() == revision)
                            .findFirst()
                            .flatMap(
                                r ->
                                    Optional.ofNullable(r.seal())
                                        .map(seal -> new Sealed(view.submission(), r, seal)))));
  }

  /** The rows of a revision; of the one shown when none is named. */
  public Optional<Page<SubmissionItem>> items(
      CurrentUser user, UUID id, ItemFilter filter, PageRequest request) {
    return database.reading(
        () ->
            rows.find(user, id)
                .flatMap(
                    view ->
                        shown(view.submission(), filter.revision())
                            .map(shown -> page(user, view.submission(), shown, filter, request))));
  }

  /** Writes the canonical content out. */
  public void writeContent(Sealed sealed, OutputStream out) throws IOException {
    try (InputStream in =
        content.stream(ContentHeader.of(sealed.submission(), sealed.revision()))) {
      in.transferTo(out);
    }
  }

  /** The SHA-256 of what is stored now; another than the seal's means that it was changed. */
  public String computedSha256(Sealed sealed) {
    return content.sha256(ContentHeader.of(sealed.submission(), sealed.revision()));
  }

  /** A submitted revision, or the one at hand. */
  private static Optional<Integer> shown(Submission submission, @Nullable Integer revision) {
    if (revision == null || revision == submission.revision()) {
      return Optional.of(submission.revision());
    }
    Integer sealed = submission.submittedRevision();
    return sealed != null && revision >= 1 && revision <= sealed
        ? Optional.of(revision)
        : Optional.empty();
  }

  private Page<SubmissionItem> page(
      CurrentUser user, Submission s, int revision, ItemFilter filter, PageRequest request) {
    DisclosableType kind = kinds.of(s);
    Database.Mapper<Optional<Timeliness>> timeliness =
        kind.timeliness(s, revisions.submittedAt(s.id(), revision).orElseGet(clock::instant));
    KeyOrder order =
        filter.changeType() == null
            ? ReadingStatements.items(s.kind())
            : ReadingStatements.itemsByChange(s.kind());
    Sql sql =
        order
            .with(
                switch (filter.since()) {
                  case RECEIVED -> ReadingStatements.previous(s.kind());
                  case RETURN -> ReadingStatements.returned(s.kind());
                })
            .select(ReadingStatements.columns(s.kind()) + kind.timelinessColumns())
            .add("where i.submission_id = ? and i.revision = ?", s.id(), revision)
            .addIf(filter.changeType(), "and i.change_type = ?")
            .addIf(filter.changedSinceReturn(), "and i.changed_since_return = ?");
    if (!request.isFirst()) {
      sql.add(ReadingStatements.after(s.kind()), request.afterId());
    }
    sql.add(ReadingStatements.order(s.kind()), request.limit() + 1);
    return Page.of(
        named(user, database.query(sql, row -> item(kind, timeliness.map(row), row))),
        request.limit(),
        item -> List.of(item.disclosed().id().toString()));
  }

  private List<SubmissionItem> named(CurrentUser user, List<SubmissionItem> items) {
    Map<UUID, String> references =
        upstream.of(
            user,
            UpstreamDifferences.ids(
                items.stream().flatMap(item -> item.differences().stream()).toList()));
    return items.stream()
        .map(item -> item.differing(UpstreamDifferences.named(item.differences(), references)))
        .toList();
  }

  private static SubmissionItem item(
      DisclosableType kind, Optional<Timeliness> timeliness, ResultSet row) throws SQLException {
    DisclosedRecord disclosed = kind.record(row);
    String previous = RecordContent.intact(row, "previous_content", "previous_sha256");
    List<Difference> differences =
        previous == null ? List.of() : kind.differences(previous, disclosed);
    return new SubmissionItem(
        ChangeType.valueOf(row.getString("change_type")),
        intOrNull(row, "previous_revision"),
        row.getBoolean("changed_since_return"),
        booleanOrNull(row, "late"),
        timeliness.orElse(null),
        intOrNull(row, "compared_revision"),
        differences,
        disclosed);
  }
}
