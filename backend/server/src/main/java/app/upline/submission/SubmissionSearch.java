package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.search.Hit;
import app.upline.search.SearchGroup;
import app.upline.search.SearchKind;
import app.upline.search.SearchQuery;
import app.upline.search.SearchSource;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds submissions by the beginning of their reference, or of a receipt number. */
@Singleton
final class SubmissionSearch implements SearchSource {

  private final Database database;
  private final SubmissionRows submissions;

  SubmissionSearch(Database database, SubmissionRows submissions) {
    this.database = database;
    this.submissions = submissions;
  }

  @Override
  public SearchKind kind() {
    return SearchKind.SUBMISSION;
  }

  @Override
  public SearchGroup find(CurrentUser user, SearchQuery query) {
    if (!query.isReceipt() && !query.isReference()) {
      return new SearchGroup(kind(), List.of(), false);
    }
    Sql sql =
        Sql.of("select " + SubmissionRows.COLUMNS + " from submission s")
            .add(SubmissionRows.joins(user))
            .add("where " + SubmissionRows.scope(user), user.organizationId());
    if (query.isReceipt()) {
      sql.add(
          "and s.id in (select r.submission_id from submission_revision r where r.receipt_number like ?)",
          query.code() + "%");
    } else {
      sql.add("and s.reference like ?", query.code() + "%");
    }
    sql.add("order by s.reference, s.id limit ?", SearchGroup.ASKED);
    return SearchGroup.of(
        kind(), database.query(sql, row -> hit(user, submissions.view(user, row).submission())));
  }

  private static Hit hit(CurrentUser user, Submission one) {
    OrganizationRef other = user.kind() == OrganizationKind.AGENCY ? one.carrier() : one.agency();
    return new Hit(
        one.id(),
        one.reference(),
        one.kind() == SubmissionKind.INCIDENTS ? "Incidents" : "Relationships",
        one.period() == null ? null : one.period().toString(),
        new Hit.Organization(other.id(), other.name()));
  }
}
