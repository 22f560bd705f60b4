package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.incident.Attachment;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes plans, their items, their evidence, and each step. */
@Singleton
final class PlanWriting {

  private static final String INSERT =
      """
      insert into corrective_action_plan (id, carrier_id, agency_id, reference, title, state, next_due, version, issued_at,
        issued_by, issuer_name, changed_at)
      values (?, ?, ?, ?, ?, 'ISSUED', ?, 1, ?, ?, ?, ?)
      """;

  private static final String INSERT_ITEM =
      "insert into plan_item (id, plan_id, seq, title, owner, due_date, state) values (?, ?, ?, ?, ?, ?, 'OPEN')";

  private static final String INSERT_EVIDENCE =
      """
      insert into plan_evidence (id, plan_id, item_id, text, reference, submitted_by, submitter_name, submitted_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_FILE =
      """
      insert into plan_attachment (id, plan_id, item_id, kind, note, media_type, added_by, adder_name, added_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** The plan's state, and what is due next, follow from its items. */
  private static final String FOLLOW_ITEMS =
      """
      update corrective_action_plan p set
        p.state = if(exists (select 1 from plan_item i where i.plan_id = p.id and i.state <> 'ACCEPTED'), 'ISSUED', 'READY_FOR_VALIDATION'),
        p.next_due = (select min(i.due_date) from plan_item i where i.plan_id = p.id and i.state <> 'ACCEPTED'),
        p.version = p.version + 1, p.changed_at = ?
      where p.id = ?
      """;

  private static final String END =
      """
      update corrective_action_plan set state = ?, next_due = null, ended_at = ?, end_message = ?, changed_at = ?,
        version = version + 1
      where id = ?
      """;

  private static final String NOTE =
      """
      insert into plan_event (plan_id, version, action, item_id, message, acted_by, actor_name, acted_at)
      select id, version, ?, ?, ?, ?, ?, ? from corrective_action_plan where id = ?
      """;

  private final Database database;
  private final Ids ids;
  private final PlanReferences references;

  PlanWriting(Database database, Ids ids, PlanReferences references) {
    this.database = database;
    this.ids = ids;
    this.references = references;
  }

  UUID issue(CurrentUser user, PlanDraft draft, Instant at) {
    UUID id = ids.next();
    database.update(
        Sql.of(
            INSERT,
            id,
            user.carrierId(),
            draft.agencyId(),
            references.next(),
            new Remark(draft.title()).words(),
            draft.items().stream()
                .map(PlanDraft.Item::dueDate)
                .min(java.util.Comparator.naturalOrder())
                .orElse(null),
            at,
            user.id(),
            user.name(),
            at));
    database.batch(
        "insert into plan_incident (plan_id, incident_id) values (?, ?)",
        draft.incidentIds().stream().map(incident -> List.of(id, incident)).toList());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < draft.items().size(); i++) {
      PlanDraft.Item item = draft.items().get(i);
      rows.add(
          Arrays.asList(
              ids.next(),
              id,
              i + 1,
              new Remark(item.title()).words(),
              new Remark(item.owner()).words(),
              item.dueDate()));
    }
    database.batch(INSERT_ITEM, rows);
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
    database.update(
        Sql.of(
            INSERT_EVIDENCE,
            ids.next(),
            planId,
            itemId,
            text,
            reference,
            user.id(),
            user.name(),
            at));
  }

  /** A file of an item, which stays in its state. */
  void attach(CurrentUser user, UUID planId, UUID itemId, Attachment file, Instant at) {
    database.update(
        Sql.of(
            INSERT_FILE,
            file.id(),
            planId,
            itemId,
            file.kind(),
            file.note(),
            file.mediaType(),
            user.id(),
            user.name(),
            at));
    database.update(
        Sql.of(
            "update corrective_action_plan set version = version + 1, changed_at = ? where id = ?",
            at,
            planId));
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
    database.update(
        Sql.of(
            "update plan_item set state = ?, rejection_reason = ? where id = ? and plan_id = ?",
            item.after(step),
            step == PlanStep.REJECT ? message : null,
            item.id(),
            planId));
    database.update(Sql.of(FOLLOW_ITEMS, at, planId));
    note(user, planId, step, item.id(), message, at);
  }

  void end(CurrentUser user, UUID planId, PlanStep step, String message, Instant at) {
    PlanState state = step == PlanStep.CLOSE ? PlanState.CLOSED : PlanState.CANCELLED;
    database.update(Sql.of(END, state, at, message, at, planId));
    note(user, planId, step, null, message, at);
  }

  private void note(
      CurrentUser user,
      UUID planId,
      PlanStep step,
      @Nullable UUID itemId,
      @Nullable String message,
      Instant at) {
    database.update(Sql.of(NOTE, step, itemId, message, user.id(), user.name(), at, planId));
  }
}
