package app.upline.disclosure;

import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.UpstreamDifferences;
import app.upline.submission.UpstreamReferences;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each time a relationship was disclosed to a carrier, newest first, also what was taken back. */
@Singleton
public final class RelationshipHistory {

  private static final String COLUMNS =
      """
      i.relationship_id, r.agency_id, r.reference, i.relationship_revision, r.created_at, x.changed_at as revised_at,
        x.content, x.content_sha256, p.content as previous_content, p.content_sha256 as previous_sha256, i.change_type, i.late,
        v.submitted_at as disclosed_at, v.submission_id, v.revision as submission_revision, s.reference as submission_reference,
        v.receipt_number, v.decision
      """;

  private static final KeyOrder DISCLOSURES =
      KeyOrder.of("submission_item i", "submission_item_by_relationship")
          .with(
              """
              join submission s on s.id = i.submission_id
              join submission_revision v
                on v.submission_id = i.submission_id and v.revision = i.revision and v.receipt_number is not null
              join relationship r on r.id = i.relationship_id
              join relationship_revision x
                on x.relationship_id = i.relationship_id and x.revision = i.relationship_revision
              left join relationship_revision p
                on p.relationship_id = i.relationship_id and p.revision = i.previous_revision
              """);

  private final Database database;
  private final DisclosableRegister register;
  private final UpstreamReferences upstream;

  RelationshipHistory(
      Database database, DisclosableRegister register, UpstreamReferences upstream) {
    this.database = database;
    this.register = register;
    this.upstream = upstream;
  }

  /**
   * A disclosure of the relationship.
   *
   * @param differences against what the carrier had received before that submission
   */
  public record Entry(
      DisclosureEvent event, List<Difference> differences, Relationship relationship) {}

  /** To the caller's carrier; empty when it was never told of it. */
  public Page<Entry> page(CurrentUser user, UUID relationshipId, PageRequest request) {
    Sql of =
        DISCLOSURES
            .select(COLUMNS)
            .add(
                "where i.relationship_id = ? and s.receiving_carrier_id = ?",
                relationshipId,
                user.carrierId());
    Sql sql = DisclosureEvent.newestFirst(of, request);
    return database.reading(
        () ->
            Page.of(
                named(user, database.query(sql, this::entry)),
                request.limit(),
                entry -> entry.event().key()));
  }

  private List<Entry> named(CurrentUser user, List<Entry> entries) {
    Map<UUID, String> references =
        upstream.of(
            user,
            UpstreamDifferences.ids(
                entries.stream().flatMap(entry -> entry.differences().stream()).toList()));
    return entries.stream()
        .map(
            entry ->
                new Entry(
                    entry.event(),
                    UpstreamDifferences.named(entry.differences(), references),
                    entry.relationship()))
        .toList();
  }

  private Entry entry(ResultSet row) throws SQLException {
    Relationship relationship = register.relationship(row);
    String previous = RecordContent.intact(row, "previous_content", "previous_sha256");
    return new Entry(
        DisclosureEvent.of(row),
        previous == null
            ? List.of()
            : RelationshipService.differences(register.details(previous), relationship.details()),
        relationship);
  }
}
