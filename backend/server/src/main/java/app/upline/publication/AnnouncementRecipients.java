package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom an announcement reached, and who has read it. */
@Singleton
final class AnnouncementRecipients {

  private static final String TELL =
      """
      insert into announcement_recipient (announcement_id, agency_id, told_at, awaits_confirmation, confirm_by)
      select ?, k.agency_id, ?, ?, ? from agency_contract k where k.carrier_id = ? and k.in_force
      """;

  private static final String PAGE =
      """
      select r.agency_id, r.told_at, r.confirmed_at,
        (select a.name from agency a where a.id = r.agency_id) as agency
      from announcement_recipient r where r.announcement_id = ?
      """;

  private final Database database;
  private final Events events;

  AnnouncementRecipients(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  /** Tells those whom it is for, in the transaction at hand. */
  void tell(Announcement one, Instant now) {
    Sql sql =
        Sql.of(TELL, one.id(), now, one.confirmationWanted(), one.confirmBy(), one.carrierId());
    switch (one.audience().kind()) {
      case ALL -> {
        // All that have a contract.
      }
      case LEVELS ->
          sql.addIn(
                  "and k.agency_id in (select a.id from agency a where a.id = k.agency_id and a.level in",
                  one.audience().levels())
              .add(")");
      case AGENCIES ->
          sql.add(
              "and k.agency_id in (select c.agency_id from announcement_agency c where c.announcement_id = ?)",
              one.id());
    }
    database.update(sql);
    Subject subject = Subject.of(SubjectKind.ANNOUNCEMENT, one.id(), null);
    events.publish(
        database.query(
            Sql.of(
                "select agency_id from announcement_recipient where announcement_id = ?", one.id()),
            row ->
                Event.of(
                    EventType.ANNOUNCEMENT_PUBLISHED,
                    uuid(row, "agency_id"),
                    one.carrierId(),
                    subject)));
  }

  void confirm(CurrentUser user, UUID id, Instant now) {
    database.update(
        Sql.of(
            """
            insert ignore into announcement_confirmation (announcement_id, agency_id, user_id, user_name, confirmed_at)
            values (?, ?, ?, ?, ?)
            """,
            id,
            user.agencyId(),
            user.id(),
            user.name(),
            now));
    database.update(
        Sql.of(
            """
            update announcement_recipient set awaits_confirmation = false, confirmed_at = coalesce(confirmed_at, ?)
            where announcement_id = ? and agency_id = ?
            """,
            now,
            id,
            user.agencyId()));
  }

  void askNoMore(UUID id) {
    database.update(
        Sql.of(
            "update announcement_recipient set awaits_confirmation = false where announcement_id = ?",
            id));
  }

  /** By the agencies' ids. */
  Page<Recipient> page(UUID id, PageRequest request) {
    Sql sql = Sql.of(PAGE, id);
    if (!request.isFirst()) {
      sql.add("and r.agency_id > ?", request.afterId());
    }
    Page<Recipient> page =
        Page.of(
            database.query(
                sql.add("order by r.agency_id limit ?", request.limit() + 1),
                row ->
                    new Recipient(
                        uuid(row, "agency_id"),
                        row.getString("agency"),
                        instant(row, "told_at"),
                        instantOrNull(row, "confirmed_at"),
                        List.of())),
            request.limit(),
            one -> List.of(one.agencyId().toString()));
    Map<UUID, List<Recipient.Confirmation>> confirmations =
        confirmations(id, page.items().stream().map(Recipient::agencyId).toList());
    return page.map(one -> one.with(confirmations.getOrDefault(one.agencyId(), List.of())));
  }

  private Map<UUID, List<Recipient.Confirmation>> confirmations(UUID id, List<UUID> agencies) {
    Map<UUID, List<Recipient.Confirmation>> all = new HashMap<>();
    if (!agencies.isEmpty()) {
      database.query(
          Sql.of(
                  "select agency_id, user_name, confirmed_at from announcement_confirmation where announcement_id = ?",
                  id)
              .addIn("and agency_id in", agencies)
              .add("order by agency_id, user_id"),
          row ->
              all.computeIfAbsent(uuid(row, "agency_id"), agency -> new ArrayList<>())
                  .add(
                      new Recipient.Confirmation(
                          row.getString("user_name"), instant(row, "confirmed_at"))));
    }
    return all;
  }
}
