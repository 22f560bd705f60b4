package app.upline.assignment;

import app.upline.platform.listing.KeyColumn;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.listing.KeyRange;
import app.upline.platform.persistence.Sql;
import java.util.List;
import java.util.UUID;

/**
 * What one person of an organization was given, for the lists of the rooms whose things can be
 * given. Open or not: the lists say that themselves.
 */
public record AssignedTo(UUID organizationId, UUID assigneeId) {

  private static final KeyOrder BY_ASSIGNEE =
      KeyOrder.of("work_assignment w", "work_assignment_by_assignee");

  /**
   * These things in the order of their ids, which is that of their creation.
   *
   * @param join of the list's table, by {@code w.subject_id}
   */
  public KeyRange range(String join) {
    return KeyRange.of(
        BY_ASSIGNEE.with(join),
        List.of(KeyColumn.id("w.subject_id")),
        "w.organization_id = ? and w.assignee_id = ?",
        organizationId,
        assigneeId);
  }

  /**
   * Wants rows that some range yields to be among them. Not with exists, which an optimizer may
   * join first: the range would lose its order.
   *
   * @param column where the statement has the thing's id
   */
  public Sql filter(String column) {
    return Sql.of(
        "and (select count(*) from work_assignment w where w.organization_id = ? and w.subject_id = "
            + column
            + " and w.assignee_id = ?) = 1",
        organizationId,
        assigneeId);
  }
}
