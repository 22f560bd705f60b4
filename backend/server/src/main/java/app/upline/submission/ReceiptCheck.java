package app.upline.submission;

import app.upline.audit.RecordCheck;
import app.upline.audit.ToldDigests;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every submitted revision: its content, made from what is stored, is what its receipt vouches for,
 * and what the trail told of when it was submitted.
 */
@Singleton
final class ReceiptCheck implements RecordCheck {

  /** As what the trail tells of the content that was sealed. */
  static final String KIND = "submission-content";

  private static final int BATCH = 100;

  private final Database database;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final CanonicalContent content;
  private final ToldDigests told;

  ReceiptCheck(
      Database database,
      SubmissionRows rows,
      RevisionRows revisions,
      CanonicalContent content,
      ToldDigests told) {
    this.database = database;
    this.rows = rows;
    this.revisions = revisions;
    this.content = content;
    this.told = told;
  }

  private record Head(UUID id, UUID agencyId) {}

  @Override
  public String name() {
    return "Submitted revisions";
  }

  @Override
  public long run(@Nullable UUID agencyId, Consumer<String> report) {
    long count = 0;
    List<Head> some = after(agencyId, Ids.BEFORE_ALL);
    while (!some.isEmpty()) {
      for (Head head : some) {
        count += compare(head, report);
      }
      some = after(agencyId, some.getLast().id());
    }
    return count;
  }

  private long compare(Head head, Consumer<String> report) {
    Submission submission =
        database
            .reading(() -> rows.find(agency(head.agencyId()), head.id()))
            .orElseThrow()
            .submission();
    List<SubmissionRevision> sealed = database.reading(() -> revisions.sealed(submission));
    List<String> digests =
        told.of(head.agencyId(), KIND, Set.of(head.id())).getOrDefault(head.id(), List.of());
    for (SubmissionRevision revision : sealed) {
      Seal seal = revision.seal();
      if (seal == null) {
        continue;
      }
      String computed = computed(submission, revision);
      if (!computed.equals(seal.contentSha256())) {
        report.accept(
            "%s of %s, revision %d, is not what its receipt %s vouches for."
                .formatted(
                    submission.reference(),
                    head.agencyId(),
                    revision.revision(),
                    seal.receiptNumber()));
      } else if (!digests.isEmpty() && !digests.contains(computed)) {
        // Without any it was submitted before the trail told of it, or that was purged.
        report.accept(
            "%s of %s, revision %d, is not what the audit trail tells of."
                .formatted(submission.reference(), head.agencyId(), revision.revision()));
      }
    }
    return sealed.size();
  }

  /** Of what is stored now; nothing that a receipt could vouch for where it cannot be made. */
  private String computed(Submission submission, SubmissionRevision revision) {
    try {
      return content.sha256(ContentHeader.of(submission, revision));
    } catch (RuntimeException e) {
      // What is missing or out of form in a row is a finding, and must not hide the others.
      return "";
    }
  }

  /** The eyes with which an agency sees its own. */
  private static CurrentUser agency(UUID id) {
    return new CurrentUser(id, "verification", OrganizationKind.AGENCY, id, Set.of());
  }

  private List<Head> after(@Nullable UUID agencyId, UUID id) {
    return database.reading(
        () ->
            database.query(
                Sql.of(
                        "select id, agency_id from submission where id > ? and submitted_revision is not null",
                        id)
                    .addIf(agencyId, "and agency_id = ?")
                    .add("order by id limit ?", BATCH),
                row -> new Head(Database.uuid(row, "id"), Database.uuid(row, "agency_id"))));
  }
}
