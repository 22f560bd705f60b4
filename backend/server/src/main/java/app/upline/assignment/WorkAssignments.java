package app.upline.assignment;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.people.Colleague;
import app.upline.identity.people.Colleagues;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import app.upline.work.WorkHolders;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives open things to colleagues. One that a colleague can no longer do is unassigned. */
@Singleton
public class WorkAssignments implements WorkHolders {

  private final WorkAssignmentRows rows;
  private final OpenThings things;
  private final Colleagues colleagues;
  private final Events events;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  WorkAssignments(
      WorkAssignmentRows rows,
      OpenThings things,
      Colleagues colleagues,
      Events events,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.things = things;
    this.colleagues = colleagues;
    this.events = events;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** The assignee cannot be given work: one fault for every way to name one. */
  static Fault unknownAssignee() {
    return new Fault(
        "/assigneeId", "UNKNOWN_ASSIGNEE", "This is nobody of your people who can be given work.");
  }

  /** What is open and assigned, to one person or to any; a page may hold a few less. */
  public Page<WorkAssignment> page(
      CurrentUser user,
      @Nullable UUID assigneeId,
      @Nullable AssignableKind kind,
      Direction direction,
      PageRequest request) {
    return database.reading(
        () -> {
          Page<WorkAssignmentRow> page =
              rows.page(user.organizationId(), assigneeId, kind, direction, request);
          Map<UUID, Subject> open = things.among(user.kind(), user.organizationId(), page.items());
          Map<UUID, Colleague> holders = holders(user, page.items());
          List<WorkAssignment> items =
              page.items().stream()
                  .filter(row -> open.containsKey(row.subjectId()))
                  .filter(row -> holders.containsKey(row.assigneeId()))
                  .map(row -> assignment(row, open.get(row.subjectId()), holders))
                  .toList();
          return new Page<>(items, page.next(), null);
        });
  }

  /**
   * Assigns a thing to a colleague, or unassigns it.
   *
   * @param assigneeId null to unassign it
   */
  public Outcome<WorkAssignment> assign(
      CurrentUser user,
      @Nullable AssignableKind kind,
      @Nullable UUID subjectId,
      @Nullable UUID assigneeId) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Subject> subject =
              kind == null || subjectId == null
                  ? Optional.empty()
                  : things.find(user.kind(), user.organizationId(), kind, subjectId);
          Optional<Colleague> colleague =
              assigneeId == null ? Optional.empty() : colleagues.hold(user, assigneeId);
          List<Fault> faults = new ArrayList<>();
          if (subject.isEmpty()) {
            faults.add(
                new Fault(
                    "/subjectId",
                    "UNKNOWN_SUBJECT",
                    "Nothing of this kind and id is open for your organization."));
          }
          if (assigneeId != null && colleague.isEmpty()) {
            faults.add(unknownAssignee());
          }
          return faults.isEmpty()
              ? Outcome.done(
                  given(user, Objects.requireNonNull(kind), subject.get(), colleague.orElse(null)))
              : Outcome.invalid(faults);
        });
  }

  private WorkAssignment given(
      CurrentUser user, AssignableKind kind, Subject subject, @Nullable Colleague to) {
    UUID id = Objects.requireNonNull(subject.id());
    Optional<UUID> before = rows.lock(user.organizationId(), id).map(WorkAssignmentRow::assigneeId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    audited(id, subject, before.orElse(null), to == null ? null : to.id());
    if (to == null) {
      rows.release(user.organizationId(), id);
      return new WorkAssignment(kind, id, subject.reference(), null, null, null);
    }
    rows.give(user, kind, id, to.id(), now);
    if (!to.id().equals(user.id()) && before.filter(to.id()::equals).isEmpty()) {
      events.publish(
          Event.within(EventType.WORK_ASSIGNED, user.organizationId(), shown(subject))
              .to(to.id(), user.id()));
    }
    return new WorkAssignment(
        kind, id, subject.reference(), new Holder(to.id(), to.name()), user.name(), now);
  }

  void audited(UUID id, Subject subject, @Nullable UUID before, @Nullable UUID after) {
    audit.changed(
        "assignment",
        id,
        subject.reference(),
        before == null ? null : Digest.of(id, before),
        after == null ? null : Digest.of(id, after));
  }

  /** A finding is looked at on its incident. */
  private static Subject shown(Subject subject) {
    UUID incident = subject.incidentId();
    return incident == null
        ? subject
        : Subject.of(SubjectKind.INCIDENT, incident, subject.reference());
  }

  @Override
  public Map<UUID, Holder> of(CurrentUser user, Collection<UUID> subjects) {
    if (subjects.isEmpty()) {
      return Map.of();
    }
    List<WorkAssignmentRow> found = rows.of(user.organizationId(), subjects);
    Map<UUID, Colleague> holders = holders(user, found);
    Map<UUID, Holder> held = new HashMap<>();
    for (WorkAssignmentRow row : found) {
      Colleague holder = holders.get(row.assigneeId());
      if (holder != null) {
        held.put(row.subjectId(), new Holder(holder.id(), holder.name()));
      }
    }
    return held;
  }

  private Map<UUID, Colleague> holders(CurrentUser user, Collection<WorkAssignmentRow> of) {
    return colleagues.among(
        user.kind(),
        user.organizationId(),
        of.stream().map(WorkAssignmentRow::assigneeId).collect(Collectors.toSet()));
  }

  private static WorkAssignment assignment(
      WorkAssignmentRow row, Subject subject, Map<UUID, Colleague> holders) {
    Colleague holder = holders.get(row.assigneeId());
    return new WorkAssignment(
        row.subjectKind(),
        row.subjectId(),
        subject.reference(),
        new Holder(holder.id(), holder.name()),
        row.assignerName(),
        row.assignedAt());
  }
}
