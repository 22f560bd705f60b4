package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.intOrNull;

import app.upline.identity.CurrentUser;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The revisions of a submission: counts, seal and decision. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class RevisionRows implements GenericRepository<RevisionRow, UUID> {

  static final String COLUMNS =
      """
      v.revision as shown, v.added, v.changed, v.ended, v.unchanged, v.voided, v.late_items, v.late_reason, v.free_text_reason, v.receipt_number, v.content_sha256,
      v.submitted_at, v.agency_name, v.carrier_name, v.attester_name, v.attester_title, v.wording_version, v.wording,
      v.decision, v.decided_at, v.decider_name, v.decision_message
      """;

  private final Database database;

  RevisionRows(Database database) {
    this.database = database;
  }

  abstract void save(RevisionRow row);

  /** Drops a revision that was being prepared. Its items are gone already. */
  @Query(
      """
      delete from submission_revision
       where submission_id = :submissionId
         and revision = :revision
         and receipt_number is null""")
  abstract void deleteUnsealed(@BinaryId UUID submissionId, int revision);

  /** When a revision was submitted; empty before. */
  @Query(
      """
      select submitted_at
        from submission_revision
       where submission_id = :submissionId
         and revision = :revision
         and submitted_at is not null""")
  abstract Optional<Instant> submittedAt(@BinaryId UUID submissionId, int revision);

  /** 1, or 0 when it is sealed already. */
  @Query(
      """
      update submission_revision
         set receipt_number = :receipt, content_sha256 = :sha256, submitted_at = :at,
             late_items = :late, late_reason = :lateReason, free_text_reason = :freeTextReason,
             agency_name = :agency, carrier_name = :carrier, attested_by = :attester,
             attester_name = :name, attester_title = :title, wording_version = :wordingVersion,
             wording = :wording
       where submission_id = :submissionId
         and revision = :revision
         and receipt_number is null""")
  abstract int seal(
      @BinaryId UUID submissionId,
      int revision,
      String receipt,
      String sha256,
      Instant at,
      @Nullable Integer late,
      @Nullable String lateReason,
      @Nullable String freeTextReason,
      String agency,
      String carrier,
      @BinaryId UUID attester,
      String name,
      String title,
      String wordingVersion,
      String wording);

  /** 1, or 0 when it is decided already. */
  @Query(
      """
      update submission_revision
         set decision = :outcome, decided_at = :at, decided_by = :by, decider_name = :name,
             decision_message = :message
       where submission_id = :submissionId
         and revision = :revision
         and decision is null""")
  abstract int decide(
      @BinaryId UUID submissionId,
      int revision,
      Decision.Outcome outcome,
      Instant at,
      @BinaryId UUID by,
      String name,
      @Nullable String message);

  /** 1, or 0 when it is not acknowledged. */
  @Query(
      """
      update submission_revision
         set decision = null, decided_at = null, decided_by = null, decider_name = null,
             decision_message = null
       where submission_id = :submissionId
         and revision = :revision
         and decision = 'ACKNOWLEDGED'""")
  abstract int clearAcknowledgement(@BinaryId UUID submissionId, int revision);

  void insert(UUID submissionId, int revision) {
    save(RevisionRow.begun(submissionId, revision));
  }

  /** The submitted ones, newest first. */
  List<SubmissionRevision> sealed(Submission submission) {
    return database.query(
        Sql.of("select " + COLUMNS + " from submission_revision v")
            .add("where v.submission_id = ?", submission.id())
            .add("and v.receipt_number is not null order by v.revision desc"),
        RevisionRows::revision);
  }

  void seal(UUID submissionId, int revision, Seal seal, CurrentUser attester) {
    Attestation attestation = seal.attestation();
    one(
        seal(
            submissionId,
            revision,
            seal.receiptNumber(),
            seal.contentSha256(),
            seal.submittedAt(),
            seal.lateItems(),
            seal.reasons().late(),
            seal.reasons().freeText(),
            seal.agencyName(),
            seal.carrierName(),
            attester.id(),
            attestation.attestedBy(),
            attestation.title(),
            attestation.wordingVersion(),
            attestation.wording()));
  }

  void decide(UUID submissionId, int revision, Decision decision, CurrentUser by) {
    one(
        decide(
            submissionId,
            revision,
            decision.outcome(),
            decision.at(),
            by.id(),
            decision.by(),
            decision.message()));
  }

  /** The acknowledgement stands elsewhere from now on. */
  void undecide(UUID submissionId, int revision) {
    one(clearAcknowledgement(submissionId, revision));
  }

  private static void one(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("What is sealed or decided stays as it is");
    }
  }

  static SubmissionRevision revision(ResultSet row) throws SQLException {
    ChangeCounts counts =
        new ChangeCounts(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("ended"),
            row.getInt("unchanged"),
            row.getInt("voided"));
    return new SubmissionRevision(
        row.getInt("shown"), counts, seal(row), decision(row, ""), List.of());
  }

  private static @Nullable Seal seal(ResultSet row) throws SQLException {
    String receiptNumber = row.getString("receipt_number");
    if (receiptNumber == null) {
      return null;
    }
    Instant at = instant(row, "submitted_at");
    return new Seal(
        receiptNumber,
        row.getString("content_sha256"),
        at,
        intOrNull(row, "late_items"),
        new Reasons(row.getString("late_reason"), row.getString("free_text_reason")),
        row.getString("agency_name"),
        row.getString("carrier_name"),
        new Attestation(
            row.getString("attester_name"),
            row.getString("attester_title"),
            row.getString("wording_version"),
            row.getString("wording"),
            at));
  }

  static @Nullable Decision decision(ResultSet row, String prefix) throws SQLException {
    String outcome = row.getString(prefix + "decision");
    return outcome == null
        ? null
        : new Decision(
            Decision.Outcome.valueOf(outcome),
            row.getString(prefix + "decider_name"),
            instant(row, prefix + "decided_at"),
            row.getString(prefix + "decision_message"));
  }
}
