package app.upline.assignment.web;

import app.upline.api.WorkAssignmentsApi;
import app.upline.api.model.AssignableKindDto;
import app.upline.api.model.HandOverDto;
import app.upline.api.model.HandedOverDto;
import app.upline.api.model.PersonNameDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.WorkAssignmentDraftDto;
import app.upline.api.model.WorkAssignmentDto;
import app.upline.api.model.WorkAssignmentPageDto;
import app.upline.assignment.HandOver;
import app.upline.assignment.WorkAssignment;
import app.upline.assignment.WorkAssignments;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.people.Colleague;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.work.WorkHolders.Holder;
import io.micronaut.http.annotation.Controller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has what, and how it changes hands. */
@Controller
class AssignmentController implements WorkAssignmentsApi {

  private final CurrentUserProvider callers;
  private final WorkAssignments assignments;
  private final HandOver handOver;

  AssignmentController(
      CurrentUserProvider callers, WorkAssignments assignments, HandOver handOver) {
    this.callers = callers;
    this.assignments = assignments;
    this.handOver = handOver;
  }

  @Override
  public WorkAssignmentPageDto listWorkAssignments(
      @Nullable UUID assigneeId,
      @Nullable AssignableKindDto subjectKind,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("work-assignments", assigneeId, subjectKind, order);
    Page<WorkAssignment> page =
        assignments.page(
            callers.current(),
            assigneeId,
            AssignmentCodes.KINDS.toDomainOrNull(subjectKind),
            order,
            cursors.request(cursor, limit, false));
    return new WorkAssignmentPageDto()
        .items(page.items().stream().map(AssignmentController::assignment).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public WorkAssignmentDto assignWork(
      WorkAssignmentDraftDto draft, @Nullable String idempotencyKey) {
    return assignment(
        assignments
            .assign(
                callers.current(),
                AssignmentCodes.KINDS.toDomainOrNull(draft.getSubjectKind()),
                draft.getSubjectId(),
                draft.getAssigneeId())
            .orElseThrow(ProblemException::of));
  }

  @Override
  @Idempotent
  public HandedOverDto handOverWork(
      UUID userId, @Nullable String ifMatch, HandOverDto body, @Nullable String idempotencyKey) {
    HandOver.Done done =
        handOver
            .handOver(callers.current(), userId, ETags.expected(ifMatch), body.getAssigneeId())
            .orElseThrow(ProblemException::of);
    Colleague to = done.to();
    return new HandedOverDto()
        .count(done.count())
        .assignee(to == null ? null : new PersonNameDto().id(to.id()).name(to.name()));
  }

  private static WorkAssignmentDto assignment(WorkAssignment assignment) {
    Holder holder = assignment.assignee();
    Instant at = assignment.assignedAt();
    return new WorkAssignmentDto()
        .subjectKind(AssignmentCodes.KINDS.toContract(assignment.kind()))
        .subjectId(assignment.subjectId())
        .reference(assignment.reference())
        .assignee(holder == null ? null : new PersonNameDto().id(holder.id()).name(holder.name()))
        .assignedBy(assignment.assignedBy())
        .assignedAt(at == null ? null : at.atOffset(ZoneOffset.UTC));
  }
}
