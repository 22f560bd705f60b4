package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Pages of submissions, each a range of a key in the order of the list. */
@Singleton
public final class SubmissionList {

  /** Not with exists, which MySQL joins first: the range would lose its order. */
  private static final String OF_MONTH =
      """
      and (select 1 from submission_period n
        where n.submission_id = s.id and n.revision = %s and n.period = ? limit 1) is not null
      """;

  private final Database database;
  private final SubmissionRows submissions;

  SubmissionList(Database database, SubmissionRows submissions) {
    this.database = database;
    this.submissions = submissions;
  }

  public Page<SubmissionView> page(
      CurrentUser user, SubmissionFilter filter, SubmissionSort sort, PageRequest request) {
    return database.reading(
        () -> {
          List<SubmissionView> rows =
              database.query(
                  statement(user, filter, sort, request), row -> submissions.view(user, row));
          Page<SubmissionView> page = Page.of(rows, request.limit(), view -> key(view, sort));
          return request.counted() ? page.withTotal(count(user, filter, sort)) : page;
        });
  }

  private static Sql statement(
      CurrentUser user, SubmissionFilter filter, SubmissionSort sort, PageRequest request) {
    String id = isOfMonth(filter, sort) ? "m.submission_id" : "s.id";
    Sql sql =
        tables(user, filter, sort).with(SubmissionRows.joins(user)).select(SubmissionRows.COLUMNS);
    where(sql, user, filter, sort);
    if (!request.isFirst() && sort == SubmissionSort.NEWEST) {
      sql.add("and " + id + " < ?", request.afterId());
    } else if (!request.isFirst()) {
      Instant at = Instant.parse(request.after().getFirst());
      sql.add(
          "and (s.submitted_at > ? or (s.submitted_at = ? and s.id > ?))",
          at,
          at,
          request.afterId());
    }
    String order = sort == SubmissionSort.NEWEST ? id + " desc" : "s.submitted_at, s.id";
    return sql.add("order by " + order + " limit ?", request.limit() + 1);
  }

  private Page.Total count(CurrentUser user, SubmissionFilter filter, SubmissionSort sort) {
    Sql sql = Sql.of("select count(*) from (").add(tables(user, filter, sort).select("s.id"));
    where(sql, user, filter, sort).add("limit ?) t", Page.Total.CAP + 1);
    return Page.Total.of(database.first(sql, row -> row.getInt(1)).orElse(0));
  }

  private static Sql where(
      Sql sql, CurrentUser user, SubmissionFilter filter, SubmissionSort sort) {
    sql.add("where " + SubmissionRows.scope(user), user.organizationId())
        .addIf(filter.status(), "and s.status = ?")
        .addIf(filter.kind(), "and s.kind = ?")
        .addIf(filter.carrierId(), "and s.carrier_id = ?")
        .addIf(filter.agencyId(), "and s.agency_id = ?");
    if (filter.period() != null) {
      String month = filter.period().toString();
      if (isOfMonth(filter, sort)) {
        sql.add(
            "and m." + (isAgency(user) ? "agency_id" : "carrier_id") + " = ? and m.period = ?",
            user.organizationId(),
            month);
      } else {
        sql.add(OF_MONTH.formatted(shown(user)), month);
      }
    }
    return sort == SubmissionSort.SUBMITTED_AT ? sql.add("and s.submitted_at is not null") : sql;
  }

  /** The range that drives a page comes first. */
  private static KeyOrder tables(CurrentUser user, SubmissionFilter filter, SubmissionSort sort) {
    return isOfMonth(filter, sort)
        ? KeyOrder.of(
                "submission_period m",
                isAgency(user) ? "submission_period_by_agency" : "submission_period_by_carrier")
            .with("join submission s on s.id = m.submission_id and m.revision = " + shown(user))
        : KeyOrder.of("submission s", index(user, filter, sort));
  }

  /** In the order of a month's index. */
  private static boolean isOfMonth(SubmissionFilter filter, SubmissionSort sort) {
    return filter.period() != null && sort == SubmissionSort.NEWEST;
  }

  private static String index(CurrentUser user, SubmissionFilter filter, SubmissionSort sort) {
    String side = isAgency(user) ? "submission_by_agency" : "submission_by_carrier";
    if (sort == SubmissionSort.SUBMITTED_AT) {
      if (isAgency(user)) {
        return side + "_queue";
      }
      return filter.status() != null
          ? side + "_status_queue"
          : filter.kind() == null ? side + "_queue" : side + "_kind_queue";
    }
    if (filter.status() != null) {
      return side + "_status";
    }
    if (filter.kind() != null) {
      return side + "_kind";
    }
    if (isAgency(user)) {
      return filter.carrierId() == null ? side : side + "_carrier";
    }
    return filter.agencyId() == null ? side : side + "_agency";
  }

  private static boolean isAgency(CurrentUser user) {
    return user.kind() == OrganizationKind.AGENCY;
  }

  /** The revision that the caller sees. */
  private static String shown(CurrentUser user) {
    return isAgency(user) ? "s.revision" : "s.submitted_revision";
  }

  private static List<String> key(SubmissionView view, SubmissionSort sort) {
    String id = view.submission().id().toString();
    return switch (sort) {
      case NEWEST -> List.of(id);
      case SUBMITTED_AT ->
          List.of(Objects.requireNonNull(view.submission().submittedAt()).toString(), id);
    };
  }
}
