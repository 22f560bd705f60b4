package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The submissions themselves. An agency's people see their agency's; a carrier's people see what it
 * received, in the newest revision that was submitted: of a draft, or of an answer being prepared,
 * they learn nothing.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class SubmissionRows implements GenericRepository<SubmissionRow, UUID> {

  /** The columns of a submission with the revision shown, {@code v}. */
  static final String COLUMNS =
      """
      s.id, s.reference, s.agency_id, a.name as agency, s.carrier_id, c.name as carrier, s.kind, s.scope, s.period, s.nil, s.status,
      v.revision, s.submitted_revision, s.version, s.created_at, s.changed_at, s.submitted_at as received_at,
      """
          + RevisionRows.COLUMNS
          + """
          , z.decision as last_decision, z.decided_at as last_decided_at, z.decider_name as last_decider_name,
          z.decision_message as last_decision_message
          """;

  private final Database database;
  private final UndoWindow undoWindow;

  SubmissionRows(Database database, UndoWindow undoWindow) {
    this.database = database;
    this.undoWindow = undoWindow;
  }

  Optional<SubmissionView> find(CurrentUser user, UUID id) {
    return database.first(
        Sql.of("select " + COLUMNS + " from submission s")
            .add(joins(user))
            .add("where s.id = ? and " + scope(user), id, user.organizationId()),
        row -> view(user, row));
  }

  /** Whose it is, of what the caller sees; that never changes. */
  Optional<UUID> agencyOf(CurrentUser user, UUID id) {
    return database.first(
        Sql.of(
            "select s.agency_id from submission s where s.id = ? and " + scope(user),
            id,
            user.organizationId()),
        row -> uuid(row, "agency_id"));
  }

  /**
   * Makes others who would change it wait until the transaction ends.
   *
   * @return which version it has, whatever the transaction has seen before; empty when not in sight
   */
  Optional<Integer> lock(CurrentUser user, UUID id) {
    return database.first(
        Sql.of(
            "select s.version from submission s where s.id = ? and " + scope(user) + " for update",
            id,
            user.organizationId()),
        row -> row.getInt("version"));
  }

  abstract void save(SubmissionRow row);

  /** The reference of the agency's draft of this kind to a carrier. */
  @Query(
      """
      select reference
        from submission
       where agency_id = :agencyId
         and kind = :kind
         and draft_carrier_id = :carrierId""")
  abstract Optional<String> draftTo(
      @BinaryId UUID agencyId, SubmissionKind kind, @BinaryId UUID carrierId);

  @Query("update submission set late = :late where id = :id and agency_id = :agencyId")
  abstract void markLate(@BinaryId UUID agencyId, @BinaryId UUID id, @Nullable Boolean late);

  /** 1, or 0 when it is not of this version any more. */
  @Query(
      """
      update submission
         set status = :status, revision = :revision, submitted_revision = :submittedRevision,
             nil = :nil, version = :version, draft_carrier_id = :draftCarrierId,
             receiving_carrier_id = :receivingCarrierId, changed_at = :changedAt,
             submitted_at = :submittedAt
       where id = :id
         and agency_id = :agencyId
         and version = :before""")
  abstract int change(
      @BinaryId UUID agencyId,
      @BinaryId UUID id,
      int before,
      int version,
      SubmissionStatus status,
      int revision,
      @Nullable Integer submittedRevision,
      boolean nil,
      @BinaryId @Nullable UUID draftCarrierId,
      @BinaryId @Nullable UUID receivingCarrierId,
      Instant changedAt,
      @Nullable Instant submittedAt);

  void insert(Submission s, UUID createdBy) {
    save(SubmissionRow.draft(s, createdBy, s.matter().alone() ? s.carrier().id() : null));
  }

  /** A draft that is submitted before anybody sees it: another draft is not in its way. */
  void insertBeside(Submission s, UUID createdBy) {
    save(SubmissionRow.draft(s, createdBy, null));
  }

  /** Writes the next state of a submission that the transaction has locked. */
  void save(Submission s) {
    boolean holdsSlot = s.status() == SubmissionStatus.DRAFT && s.matter().alone();
    UUID draftCarrierId = holdsSlot ? s.carrier().id() : null;
    UUID receivingCarrierId = s.submittedRevision() == null ? null : s.carrier().id();
    int changed =
        change(
            s.agency().id(),
            s.id(),
            s.version() - 1,
            s.version(),
            s.status(),
            s.revision(),
            s.submittedRevision(),
            s.nil(),
            draftCarrierId,
            receivingCarrierId,
            s.changedAt(),
            s.submittedAt());
    if (changed != 1) {
      throw new IllegalStateException("The submission changed although it was locked");
    }
  }

  /** What the columns need beside the submissions, {@code s}. */
  static String joins(CurrentUser user) {
    return """
        join submission_revision v on v.submission_id = s.id and v.revision = %s
        join agency a on a.id = s.agency_id
        join carrier c on c.id = s.carrier_id
        left join submission_revision z on z.submission_id = s.id and z.revision = s.submitted_revision
        """
        .formatted(user.kind() == OrganizationKind.AGENCY ? "s.revision" : "s.submitted_revision");
  }

  /** The condition, with one parameter, that keeps a caller among what is the caller's to see. */
  static String scope(CurrentUser user) {
    return user.kind() == OrganizationKind.AGENCY
        ? "s.agency_id = ?"
        : "s.receiving_carrier_id = ?";
  }

  SubmissionView view(CurrentUser user, ResultSet row) throws SQLException {
    SubmissionRevision revision = RevisionRows.revision(row);
    Decision decision = RevisionRows.decision(row, "last_");
    return new SubmissionView(submission(user, revision, decision, row), revision, decision, null);
  }

  private Submission submission(
      CurrentUser user, SubmissionRevision shown, @Nullable Decision decision, ResultSet row)
      throws SQLException {
    SubmissionStatus status = SubmissionStatus.valueOf(row.getString("status"));
    return new Submission(
        uuid(row, "id"),
        row.getString("reference"),
        new OrganizationRef(uuid(row, "agency_id"), row.getString("agency")),
        new OrganizationRef(uuid(row, "carrier_id"), row.getString("carrier")),
        matter(row),
        status,
        shown.revision(),
        intOrNull(row, "submitted_revision"),
        row.getBoolean("nil"),
        row.getInt("version"),
        instant(row, "created_at"),
        changedAt(user, status, shown, row),
        instantOrNull(row, "received_at"),
        undoWindow.of(status, decision));
  }

  private static SubmissionSubject matter(ResultSet row) throws SQLException {
    String period = row.getString("period");
    return new SubmissionSubject(
        SubmissionKind.valueOf(row.getString("kind")),
        SubmissionScope.valueOf(row.getString("scope")),
        period == null ? null : YearMonth.parse(period));
  }

  /** That an agency prepares an answer is not for the carrier to know. */
  private static Instant changedAt(
      CurrentUser user, SubmissionStatus status, SubmissionRevision shown, ResultSet row)
      throws SQLException {
    return user.kind() == OrganizationKind.CARRIER
            && status == SubmissionStatus.RETURNED
            && shown.decision() != null
        ? shown.decision().at()
        : instant(row, "changed_at");
  }
}
