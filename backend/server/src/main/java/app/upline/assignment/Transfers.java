package app.upline.assignment;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.people.Colleague;
import app.upline.identity.people.ColleagueListener;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves all of a person's open work to a colleague, or unassigns it, so that no work is left with
 * people who are gone.
 */
@Singleton
class Transfers implements ColleagueListener {

  private static final Subject WORK_LIST =
      new Subject(SubjectKind.WORK_LIST, null, null, null, null);

  private final WorkAssignmentRows rows;
  private final OpenThings things;
  private final List<HeldWork> others;
  private final Events events;
  private final AuditTrail audit;
  private final Clock clock;

  Transfers(
      WorkAssignmentRows rows,
      OpenThings things,
      List<HeldWork> others,
      Events events,
      AuditTrail audit,
      Clock clock) {
    this.rows = rows;
    this.things = things;
    this.others = List.copyOf(others);
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void stoppedWorking(OrganizationKind kind, UUID organizationId, UUID userId) {
    move(new WorkTransfer(kind, organizationId, userId, null, null));
  }

  /** In the transaction at hand; how much was open and has moved. */
  int move(WorkTransfer transfer) {
    int moved = assigned(transfer);
    for (HeldWork other : others) {
      moved += other.handOver(transfer);
    }
    if (moved > 0) {
      tell(transfer);
    }
    return moved;
  }

  private int assigned(WorkTransfer transfer) {
    List<WorkAssignmentRow> all = rows.lockAllOf(transfer.organizationId(), transfer.from());
    Map<UUID, Subject> open = things.among(transfer.side(), transfer.organizationId(), all);
    rows.releaseAllOf(transfer.organizationId(), transfer.from());
    List<AuditedObject> changed = new ArrayList<>();
    Instant now = clock.instant();
    Colleague to = transfer.to();
    CurrentUser by = transfer.by();
    for (WorkAssignmentRow row : all) {
      Subject subject = open.get(row.subjectId());
      @Nullable String after = null;
      if (subject != null && to != null && by != null) {
        rows.give(by, row.subjectKind(), row.subjectId(), to.id(), now);
        after = Digest.of(row.subjectId(), to.id());
      }
      changed.add(
          new AuditedObject(
              "assignment",
              row.subjectId(),
              subject == null ? null : subject.reference(),
              Digest.of(row.subjectId(), row.assigneeId()),
              after));
    }
    if (!changed.isEmpty()) {
      audit.changed(changed);
    }
    return open.size();
  }

  /** Tells the new assignee, or else the whole team, once for all the work. */
  private void tell(WorkTransfer transfer) {
    Colleague to = transfer.to();
    @Nullable CurrentUser by = transfer.by();
    if (to == null) {
      events.publish(Event.within(EventType.WORK_RELEASED, transfer.organizationId(), WORK_LIST));
    } else if (by != null) {
      events.publish(
          Event.within(EventType.WORK_HANDED_OVER, transfer.organizationId(), WORK_LIST)
              .to(to.id(), by.id()));
    }
  }
}
