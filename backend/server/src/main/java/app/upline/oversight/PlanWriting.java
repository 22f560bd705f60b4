package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.incident.Attachment;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes plans, their items, their evidence, and each step. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class PlanWriting implements GenericRepository<PlanRow, UUID> {

  private final Database database;
  private final PlanEvidenceRows evidence;
  private final PlanFileRows files;
  private final Ids ids;
  private final PlanReferences references;

  PlanWriting(
      Database database,
      PlanEvidenceRows evidence,
      PlanFileRows files,
      Ids ids,
      PlanReferences references) {
    this.database = database;
    this.evidence = evidence;
    this.files = files;
    this.ids = ids;
    this.references = references;
  }

  abstract void save(PlanRow row);

  @Query(
      """
      update corrective_action_plan
         set version = version + 1, changed_at = :at
       where id = :planId""")
  abstract void touch(@BinaryId UUID planId, Instant at);

  @Query(
      """
      update corrective_action_item
         set state = :state, rejection_reason = :reason
       where id = :id
         and plan_id = :planId""")
  abstract void moveItem(
      @BinaryId UUID planId, @BinaryId UUID id, PlanItem.State state, @Nullable String reason);

  @Query(
      """
      update corrective_action_item
         set due_date = :dueDate
       where id = :id
         and plan_id = :planId""")
  abstract void moveDueDate(@BinaryId UUID planId, @BinaryId UUID id, LocalDate dueDate);

  /** The plan's state, and what is due next, follow from its items. */
  @Query(
      """
      update corrective_action_plan p
         set p.state = if(exists (select 1 from corrective_action_item i
                                   where i.plan_id = p.id and i.state <> 'ACCEPTED'),
                          'ISSUED', 'READY_FOR_VALIDATION'),
             p.next_due = (select min(i.due_date) from corrective_action_item i
                            where i.plan_id = p.id and i.state <> 'ACCEPTED'),
             p.agency_due = (select min(i.due_date) from corrective_action_item i
                              where i.plan_id = p.id and i.state in ('OPEN', 'REJECTED')),
             p.awaits_carrier = not exists (select 1 from corrective_action_item i
                                             where i.plan_id = p.id
                                               and i.state in ('OPEN', 'REJECTED'))
               or exists (select 1 from corrective_action_item i
                           where i.plan_id = p.id and i.state = 'EVIDENCE_SUBMITTED'),
             p.version = p.version + 1, p.changed_at = :at
       where p.id = :planId""")
  abstract void followItems(@BinaryId UUID planId, Instant at);

  @Query(
      """
      update corrective_action_plan
         set state = :state, next_due = null, agency_due = null, awaits_carrier = false,
             ended_at = :at, end_message = :message,
             changed_at = :at, version = version + 1
       where id = :planId""")
  abstract void finish(@BinaryId UUID planId, PlanState state, String message, Instant at);

  @Query(
      """
      insert into corrective_action_plan_event
        (plan_id, version, action, item_id, message, due_date_before, due_date, acted_by, actor_name, acted_at)
      select id, version, :action, :itemId, :message, :dueDateBefore, :dueDate, :actor, :actorName, :at
        from corrective_action_plan
       where id = :planId""")
  abstract void note(
      @BinaryId UUID planId,
      PlanStep action,
      @BinaryId @Nullable UUID itemId,
      @Nullable String message,
      @Nullable LocalDate dueDateBefore,
      @Nullable LocalDate dueDate,
      @BinaryId UUID actor,
      String actorName,
      Instant at);

  UUID issue(CurrentUser user, PlanDraft draft, Instant at) {
    UUID id = ids.next();
    LocalDate due =
        draft.items().stream()
            .map(PlanDraft.Item::dueDate)
            .min(Comparator.naturalOrder())
            .orElse(null);
    save(
        new PlanRow(
            id,
            user.carrierId(),
            draft.agencyId(),
            references.next(),
            new RemarkText(draft.title()).words(),
            PlanState.ISSUED,
            due,
            due,
            false,
            1,
            at,
            user.id(),
            user.name(),
            at,
            null,
            null));
    database.batch(
        "insert into corrective_action_plan_incident (plan_id, incident_id) values (?, ?)",
        draft.incidentIds().stream().map(incident -> List.of(id, incident)).toList());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < draft.items().size(); i++) {
      PlanDraft.Item item = draft.items().get(i);
      rows.add(
          Arrays.asList(
              ids.next(),
              id,
              i + 1,
              new RemarkText(item.title()).words(),
              new RemarkText(item.owner()).words(),
              item.dueDate()));
    }
    database.batch(
        """
        insert into corrective_action_item (id, plan_id, seq, title, owner, due_date, state)
        values (?, ?, ?, ?, ?, ?, 'OPEN')""",
        rows);
    note(user, id, PlanStep.ISSUE, null, null, at);
    return id;
  }

  void evidence(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      String text,
      @Nullable String reference,
      Instant at) {
    evidence.save(
        new PlanEvidenceRow(
            ids.next(), planId, itemId, text, reference, user.id(), user.name(), at));
  }

  /** A file of an item, which stays in its state. */
  void attach(CurrentUser user, UUID planId, UUID itemId, Attachment file, Instant at) {
    files.save(
        new PlanFileRow(
            file.id(),
            planId,
            itemId,
            file.kind(),
            file.note(),
            file.mediaType(),
            user.id(),
            user.name(),
            at));
    touch(planId, at);
    note(user, planId, PlanStep.ATTACH_FILE, itemId, null, at);
  }

  /** An item's next state, and with it the plan's. */
  void move(
      CurrentUser user,
      UUID planId,
      PlanItem item,
      PlanStep step,
      @Nullable String message,
      Instant at) {
    moveItem(planId, item.id(), item.after(step), step == PlanStep.REJECT ? message : null);
    followItems(planId, at);
    note(user, planId, step, item.id(), message, at);
  }

  /** More time for an item. */
  void extend(
      CurrentUser user, UUID planId, PlanItem item, LocalDate dueDate, String reason, Instant at) {
    moveDueDate(planId, item.id(), dueDate);
    followItems(planId, at);
    note(
        planId,
        PlanStep.EXTEND,
        item.id(),
        reason,
        item.dueDate(),
        dueDate,
        user.id(),
        user.name(),
        at);
  }

  void end(CurrentUser user, UUID planId, PlanStep step, String message, Instant at) {
    PlanState state = step == PlanStep.CLOSE ? PlanState.CLOSED : PlanState.CANCELED;
    finish(planId, state, message, at);
    note(user, planId, step, null, message, at);
  }

  private void note(
      CurrentUser user,
      UUID planId,
      PlanStep step,
      @Nullable UUID itemId,
      @Nullable String message,
      Instant at) {
    note(planId, step, itemId, message, null, null, user.id(), user.name(), at);
  }
}
