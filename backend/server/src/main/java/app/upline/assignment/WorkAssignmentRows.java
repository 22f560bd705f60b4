package app.upline.assignment;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assignments of all organizations; every statement is held to one of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class WorkAssignmentRows implements GenericRepository<WorkAssignmentRow, UUID> {

  private final Database database;

  WorkAssignmentRows(Database database) {
    this.database = database;
  }

  @Query(
      """
      select *
        from work_assignment
       where organization_id = :organizationId
         and subject_id = :subjectId
         for update""")
  abstract Optional<WorkAssignmentRow> lock(
      @BinaryId UUID organizationId, @BinaryId UUID subjectId);

  /** Everything that is assigned to a person, locked until the transaction ends. */
  @Query(
      """
      select *
        from work_assignment
       where organization_id = :organizationId
         and assignee_id = :assigneeId
       order by subject_id
         for update""")
  abstract List<WorkAssignmentRow> lockAllOf(
      @BinaryId UUID organizationId, @BinaryId UUID assigneeId);

  @Query(
      """
      delete from work_assignment
       where organization_id = :organizationId
         and subject_id = :subjectId""")
  abstract void release(@BinaryId UUID organizationId, @BinaryId UUID subjectId);

  @Query(
      """
      delete from work_assignment
       where organization_id = :organizationId
         and assignee_id = :assigneeId""")
  abstract void releaseAllOf(@BinaryId UUID organizationId, @BinaryId UUID assigneeId);

  /** Assigns it to a person, also when it was another's. */
  void give(CurrentUser by, AssignableKind kind, UUID subjectId, UUID assigneeId, Instant at) {
    database.update(
        Sql.of(
            """
            insert into work_assignment
              (organization_id, subject_id, subject_kind, assignee_id, assigned_by, assigner_name, assigned_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update assignee_id = ?, assigned_by = ?, assigner_name = ?, assigned_at = ?
            """,
            by.organizationId(),
            subjectId,
            kind,
            assigneeId,
            by.id(),
            by.name(),
            at,
            assigneeId,
            by.id(),
            by.name(),
            at));
  }

  List<WorkAssignmentRow> of(UUID organizationId, Collection<UUID> subjects) {
    return database.query(
        Sql.of("select * from work_assignment where organization_id = ?", organizationId)
            .addIn("and subject_id in", subjects),
        WorkAssignmentRow.class);
  }

  Page<WorkAssignmentRow> page(
      UUID organizationId,
      @Nullable UUID assigneeId,
      @Nullable AssignableKind kind,
      Direction direction,
      PageRequest request) {
    Sql sql =
        KeyOrder.of(
                "work_assignment w", assigneeId == null ? "primary" : "work_assignment_by_assignee")
            .select("w.*")
            .add("where w.organization_id = ?", organizationId)
            .addIf(assigneeId, "and w.assignee_id = ?")
            .addIf(kind, "and w.subject_kind = ?");
    if (!request.isFirst()) {
      sql.add("and w.subject_id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by w.subject_id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, WorkAssignmentRow.class),
        request.limit(),
        row -> List.of(row.subjectId().toString()));
  }
}
