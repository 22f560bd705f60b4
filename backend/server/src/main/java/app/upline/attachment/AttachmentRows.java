package app.upline.attachment;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.record.RecordContent;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** In which revisions an attachment is listed, and who sees one of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class AttachmentRows implements GenericRepository<AttachmentRow, UUID> {

  private static final String OF_AGENCY =
      """
      select x.id, x.agency_id, r.reference, v.content, v.content_sha256
      from incident_attachment x
      join incident r on r.id = x.incident_id
      join incident_revision v on v.incident_id = x.incident_id and v.revision = x.from_revision
      where x.id = ? and x.incident_id = ? and x.agency_id = ?
      """;

  /** What was taken back before the review was told, but is not held: its files are closed. */
  private static final String OF_CARRIER =
      """
      select x.id, x.agency_id, r.reference, v.content, v.content_sha256
      from incident_attachment x
      join incident r on r.id = x.incident_id
      join incident_revision v on v.incident_id = x.incident_id and v.revision = x.from_revision
      where x.id = ? and x.incident_id = ? and exists (
        select 1 from incident_disclosure d
        where d.incident_id = x.incident_id and d.carrier_id = ? and not d.withdrawn
          and d.incident_revision >= x.from_revision
          and (x.to_revision is null or d.incident_revision < x.to_revision))
      """;

  private final Database database;

  AttachmentRows(Database database) {
    this.database = database;
  }

  /**
   * An attachment in sight.
   *
   * @param content of the first revision that lists it
   */
  record Seen(UUID id, UUID agencyId, String incidentReference, String content) {}

  Optional<Seen> find(CurrentUser user, UUID incidentId, UUID attachmentId) {
    String statement =
        switch (user.kind()) {
          case AGENCY -> OF_AGENCY;
          case CARRIER -> OF_CARRIER;
        };
    return database.first(
        Sql.of(statement, attachmentId, incidentId, user.organizationId()),
        row ->
            new Seen(
                uuid(row, "id"),
                uuid(row, "agency_id"),
                row.getString("reference"),
                Objects.requireNonNull(RecordContent.intact(row, "content", "content_sha256"))));
  }

  abstract void save(AttachmentRow row);

  /** From this revision on it is not listed any more. */
  @Query(
      """
      update incident_attachment
         set to_revision = :revision
       where id = :id
         and agency_id = :agencyId
         and to_revision is null""")
  abstract void takeOff(@BinaryId UUID agencyId, @BinaryId UUID id, int revision);

  void added(CurrentUser user, UUID incidentId, UUID attachmentId, int revision) {
    save(new AttachmentRow(attachmentId, incidentId, user.agencyId(), revision, null));
  }

  /** Whether a submission, be it a draft, names a revision that lists it. */
  boolean isDisclosed(UUID incidentId, UUID attachmentId) {
    return database
        .first(
            Sql.of(
                """
                select 1 from incident_attachment x
                join submission_incident i
                  on i.incident_id = x.incident_id and i.incident_revision >= x.from_revision
                where x.id = ? and x.incident_id = ?
                  and (x.to_revision is null or i.incident_revision < x.to_revision)
                limit 1
                """,
                attachmentId,
                incidentId),
            row -> 1)
        .isPresent();
  }
}
