package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
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
@Singleton
final class SubmissionRows {

  /** The columns of a submission with the revision shown, {@code v}. */
  private static final String COLUMNS =
      """
      s.id, s.reference, s.agency_id, a.name as agency, s.carrier_id, c.name as carrier, s.kind, s.scope, s.period, s.nil, s.status,
      v.revision, s.sealed_revision, s.version, s.created_at, s.changed_at, s.submitted_at as received_at,
      """
          + RevisionRows.COLUMNS
          + """
          , z.decision as last_decision, z.decided_at as last_decided_at, z.decider_name as last_decider_name,
          z.decision_message as last_decision_message
          """;

  private static final String UPDATE =
      """
      update submission set status = ?, revision = ?, sealed_revision = ?, nil = ?, version = ?, draft_slot = ?, received_by = ?,
        changed_at = ?, submitted_at = ?
      where id = ? and version = ?
      """;

  private static final String INSERT =
      """
      insert into submission (id, agency_id, carrier_id, kind, scope, period, reference, status, revision, version, draft_slot,
        created_at, created_by, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;

  SubmissionRows(Database database) {
    this.database = database;
  }

  Optional<SubmissionView> find(CurrentUser user, UUID id) {
    return database.first(
        select(user, "submission s")
            .add("where s.id = ? and " + scope(user), id, user.organisationId()),
        row -> view(user, row));
  }

  /** Makes others who would change it wait until the transaction ends; false when not in sight. */
  boolean lock(CurrentUser user, UUID id) {
    return database
        .first(
            Sql.of(
                "select s.id from submission s where s.id = ? and " + scope(user) + " for update",
                id,
                user.organisationId()),
            row -> row.getString(1))
        .isPresent();
  }

  /** The reference of the agency's draft of this kind to a carrier. */
  Optional<String> draftTo(UUID agencyId, SubmissionKind kind, UUID carrierId) {
    return database.first(
        Sql.of(
            "select reference from submission where agency_id = ? and kind = ? and draft_slot = ?",
            agencyId,
            kind,
            carrierId),
        row -> row.getString(1));
  }

  void insert(Submission s, UUID createdBy) {
    insert(s, createdBy, s.matter().alone() ? s.carrier().id() : null);
  }

  /** A draft that is submitted before anybody sees it: another draft is not in its way. */
  void insertBeside(Submission s, UUID createdBy) {
    insert(s, createdBy, null);
  }

  private void insert(Submission s, UUID createdBy, @Nullable UUID draftSlot) {
    database.update(
        Sql.of(
            INSERT,
            s.id(),
            s.agency().id(),
            s.carrier().id(),
            s.kind(),
            s.scope(),
            s.period() == null ? null : s.period().toString(),
            s.reference(),
            s.status(),
            s.revision(),
            s.version(),
            draftSlot,
            s.createdAt(),
            createdBy,
            s.changedAt()));
  }

  /** Writes the next state of a submission that the transaction has locked. */
  void save(Submission s) {
    boolean holdsSlot = s.status() == SubmissionStatus.DRAFT && s.matter().alone();
    UUID draftSlot = holdsSlot ? s.carrier().id() : null;
    UUID receivedBy = s.sealedRevision() == null ? null : s.carrier().id();
    int changed =
        database.update(
            Sql.of(
                UPDATE,
                s.status(),
                s.revision(),
                s.sealedRevision(),
                s.nil(),
                s.version(),
                draftSlot,
                receivedBy,
                s.changedAt(),
                s.submittedAt(),
                s.id(),
                s.version() - 1));
    if (changed != 1) {
      throw new IllegalStateException("The submission changed although it was locked");
    }
  }

  /**
   * The beginning of a statement, to be followed by {@code where}.
   *
   * @param tables the submissions, {@code s}, and what comes before them
   */
  static Sql select(CurrentUser user, String tables) {
    return Sql.of("select " + COLUMNS + " from " + tables)
        .add(
            "straight_join submission_revision v on v.submission_id = s.id and v.revision = "
                + (user.kind() == OrganisationKind.AGENCY ? "s.revision" : "s.sealed_revision"))
        .add(
            """
            straight_join agency a on a.id = s.agency_id
            straight_join carrier c on c.id = s.carrier_id
            left join submission_revision z on z.submission_id = s.id and z.revision = s.sealed_revision
            """);
  }

  /** The condition, with one parameter, that keeps a caller among what is the caller's to see. */
  static String scope(CurrentUser user) {
    return user.kind() == OrganisationKind.AGENCY ? "s.agency_id = ?" : "s.received_by = ?";
  }

  static SubmissionView view(CurrentUser user, ResultSet row) throws SQLException {
    SubmissionRevision revision = RevisionRows.revision(row);
    Decision decision = RevisionRows.decision(row, "last_");
    return new SubmissionView(submission(user, revision, row), revision, decision, null);
  }

  private static Submission submission(CurrentUser user, SubmissionRevision shown, ResultSet row)
      throws SQLException {
    return new Submission(
        uuid(row, "id"),
        row.getString("reference"),
        new Party(uuid(row, "agency_id"), row.getString("agency")),
        new Party(uuid(row, "carrier_id"), row.getString("carrier")),
        matter(row),
        SubmissionStatus.valueOf(row.getString("status")),
        shown.revision(),
        intOrNull(row, "sealed_revision"),
        row.getBoolean("nil"),
        row.getInt("version"),
        instant(row, "created_at"),
        changedAt(user, shown, row),
        instantOrNull(row, "received_at"));
  }

  private static Matter matter(ResultSet row) throws SQLException {
    String period = row.getString("period");
    return new Matter(
        SubmissionKind.valueOf(row.getString("kind")),
        SubmissionScope.valueOf(row.getString("scope")),
        period == null ? null : YearMonth.parse(period));
  }

  /** That an agency prepares an answer is not for the carrier to know. */
  private static Instant changedAt(CurrentUser user, SubmissionRevision shown, ResultSet row)
      throws SQLException {
    if (user.kind() == OrganisationKind.CARRIER && shown.seal() != null) {
      return shown.decision() == null ? shown.seal().submittedAt() : shown.decision().at();
    }
    return instant(row, "changed_at");
  }
}
