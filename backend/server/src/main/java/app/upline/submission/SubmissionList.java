package app.upline.submission;

import app.upline.agency.UplineSearch;
import app.upline.assignment.AssignedTo;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.listing.KeyedList;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** Pages of submissions, each a range of a key in the order of the list. */
@Singleton
public final class SubmissionList {

  /** Not with exists, which MySQL joins first: the range would lose its order. */
  private static final String OF_MONTH =
      """
      and (select 1 from submission_period n
        where n.submission_id = s.id and n.revision = %s and n.period = ? limit 1) is not null
      """;

  private static final KeyColumn ID = KeyColumn.id("s.id");

  private final Database database;
  private final SubmissionRows submissions;

  SubmissionList(Database database, SubmissionRows submissions) {
    this.database = database;
    this.submissions = submissions;
  }

  public Page<SubmissionView> page(
      CurrentUser user,
      SubmissionFilter filter,
      ListOrder<SubmissionSort> order,
      PageRequest request) {
    KeyedList<SubmissionView> list =
        new KeyedList<>(
            database,
            SubmissionRows.COLUMNS,
            SubmissionRows.joins(user),
            row -> submissions.view(user, row));
    return list.page(
        range(user, filter, order.by()).in(order.direction()), filters(user, filter), request);
  }

  private static KeyRange range(CurrentUser user, SubmissionFilter filter, SubmissionSort sort) {
    return switch (sort) {
      case NEWEST -> byId(user, filter);
      case SUBMITTED_AT ->
          submissions(
              user,
              queue(user, filter),
              "and s.submitted_at is not null",
              KeyColumn.instant("s.submitted_at"),
              ID);
    };
  }

  private static KeyRange byId(CurrentUser user, SubmissionFilter filter) {
    if (filter.assigneeId() != null) {
      return new AssignedTo(user.organizationId(), filter.assigneeId())
          .range("join submission s on s.id = w.subject_id");
    }
    return filter.period() == null
        ? submissions(user, index(user, filter), "", ID)
        : ofMonth(user, filter.period());
  }

  private static KeyRange submissions(
      CurrentUser user, String index, String further, KeyColumn... key) {
    return KeyRange.of(
        KeyOrder.of("submission s", index),
        List.of(key),
        SubmissionRows.scope(user) + " " + further,
        user.organizationId());
  }

  private static KeyRange ofMonth(CurrentUser user, YearMonth month) {
    String side = isAgency(user) ? "agency" : "carrier";
    return KeyRange.of(
        KeyOrder.of("submission_period m", "submission_period_by_" + side)
            .with("join submission s on s.id = m.submission_id and m.revision = " + shown(user)),
        List.of(KeyColumn.id("m.submission_id")),
        "m.%s_id = ? and m.period = ?".formatted(side),
        user.organizationId(),
        month.toString());
  }

  private static Sql filters(CurrentUser user, SubmissionFilter filter) {
    Sql sql =
        Sql.of("and " + SubmissionRows.scope(user), user.organizationId())
            .addIf(filter.status(), "and s.status = ?")
            .addIf(filter.kind(), "and s.kind = ?")
            .addIf(filter.carrierId(), "and s.carrier_id = ?")
            .addIf(filter.agencyId(), "and s.agency_id = ?")
            .addIf(filter.late(), "and s.late = ?")
            .addIf(filter.since(), "and s.submitted_at >= ?")
            .addIf(filter.until(), "and s.submitted_at < ?")
            .addIf(
                filter.period() == null ? null : filter.period().toString(),
                OF_MONTH.formatted(shown(user)));
    if (!isAgency(user)) {
      UplineSearch.filter(sql, filter.upline(), "s.agency_id");
    }
    return filter.assigneeId() == null
        ? sql
        : sql.add(new AssignedTo(user.organizationId(), filter.assigneeId()).filter("s.id"));
  }

  private static String queue(CurrentUser user, SubmissionFilter filter) {
    if (isAgency(user)) {
      return "submission_by_agency_queue";
    }
    if (filter.status() != null) {
      return "submission_by_carrier_status_queue";
    }
    return filter.kind() == null
        ? "submission_by_carrier_queue"
        : "submission_by_carrier_kind_queue";
  }

  private static String index(CurrentUser user, SubmissionFilter filter) {
    String side = isAgency(user) ? "submission_by_agency" : "submission_by_carrier";
    if (Boolean.TRUE.equals(filter.late())) {
      return side + "_late";
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
}
