package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.EntityType;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tables of announcements. A carrier's people see their carrier's; an agency's people those
 * that reached their agency and were not withdrawn.
 */
@Singleton
final class AnnouncementRows {

  private static final String NAME =
      "(select c.name from carrier c where c.id = a.carrier_id) as carrier_name";

  private static final String OF_CARRIER =
      "select a.*, "
          + NAME
          + ", null as confirmed_at, false as mine from announcement a where a.carrier_id = ?\n";

  private static final String OF_AGENCY =
      "select a.*, "
          + NAME
          + """
          , r.confirmed_at,
          exists (select 1 from announcement_confirmation f
            where f.announcement_id = r.announcement_id and f.agency_id = r.agency_id and f.user_id = ?) as mine
          from announcement_recipient r
          join announcement a on a.id = r.announcement_id
          where r.agency_id = ? and a.state = 'PUBLISHED'
          """;

  private static final String NOT_EXPIRED =
      "and a.state = 'PUBLISHED' and (a.expires_at is null or a.expires_at > ?)";

  private static final String INSERT =
      """
      insert into announcement (title, body, audience, levels, confirmation_wanted, confirm_by, state, publish_at, expires_at,
        tell_at, version, changed_at, changed_by, changer_name, created_at, carrier_id, id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UPDATE =
      """
      update announcement set title = ?, body = ?, audience = ?, levels = ?, confirmation_wanted = ?, confirm_by = ?, state = ?,
        publish_at = ?, expires_at = ?, tell_at = ?, version = ?, changed_at = ?, changed_by = ?, changer_name = ?
      where id = ? and version = ?
      """;

  private final Database database;

  AnnouncementRows(Database database) {
    this.database = database;
  }

  Page<Announcement> page(
      CurrentUser user,
      Announcement.@Nullable State state,
      Direction direction,
      PageRequest request,
      Instant now) {
    boolean isCarrier = user.kind() == OrganizationKind.CARRIER;
    String id = isCarrier ? "a.id" : "r.announcement_id";
    Sql sql = select(user);
    switch (state) {
      case DRAFT, WITHDRAWN -> sql.add("and a.state = ?", state);
      case SCHEDULED -> sql.add(NOT_EXPIRED + " and a.publish_at > ?", now, now);
      case CURRENT -> sql.add(NOT_EXPIRED + " and a.publish_at <= ?", now, now);
      case EXPIRED -> sql.add("and a.state = 'PUBLISHED' and a.expires_at <= ?", now);
      case null -> {}
    }
    if (!request.isFirst()) {
      sql.add("and " + id + " " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by " + id + direction.suffix() + " limit ?", request.limit() + 1);
    Page<Announcement> page =
        Page.of(
            database.query(sql, AnnouncementRows::announcement),
            request.limit(),
            one -> List.of(one.id().toString()));
    return isCarrier ? withAgencies(page) : page;
  }

  Optional<Announcement> find(CurrentUser user, UUID id) {
    String key = user.kind() == OrganizationKind.CARRIER ? "a.id" : "r.announcement_id";
    return database
        .first(select(user).add("and " + key + " = ?", id), AnnouncementRows::announcement)
        .map(one -> user.kind() == OrganizationKind.CARRIER ? withAgencies(one) : one);
  }

  /** One of a carrier's, for what the service does at its time. */
  Optional<Announcement> findOfCarrier(UUID carrierId, UUID id) {
    return database
        .first(
            Sql.of(OF_CARRIER, carrierId).add("and a.id = ?", id), AnnouncementRows::announcement)
        .map(this::withAgencies);
  }

  /** Makes others who would change it wait until the transaction ends. */
  void lock(UUID carrierId, UUID id) {
    database.first(
        Sql.of(
            "select version from announcement where id = ? and carrier_id = ? for update",
            id,
            carrierId),
        row -> row.getInt(1));
  }

  private static Sql select(CurrentUser user) {
    return user.kind() == OrganizationKind.CARRIER
        ? Sql.of(OF_CARRIER, user.carrierId())
        : Sql.of(OF_AGENCY, user.id(), user.agencyId());
  }

  /** Writes it, and whom it is for; a new one where its version is the first. */
  void save(CurrentUser user, Announcement one, @Nullable Instant tellAt) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(one.title());
    values.add(one.body());
    values.add(one.audience().kind());
    values.add(JsonCodes.of(one.audience().levels()));
    values.add(one.confirmationWanted());
    values.add(one.confirmBy());
    values.add(one.stored());
    values.add(one.publishAt());
    values.add(one.expiresAt());
    values.add(tellAt);
    values.add(one.version());
    values.add(one.changedAt());
    values.add(user.id());
    values.add(user.name());
    if (one.version() == 1) {
      values.add(one.changedAt());
      values.add(one.carrierId());
      values.add(one.id());
      database.update(Sql.of(INSERT, values.toArray()));
    } else {
      values.add(one.id());
      values.add(one.version() - 1);
      if (database.update(Sql.of(UPDATE, values.toArray())) != 1) {
        throw new IllegalStateException("The announcement changed although it was locked");
      }
      database.update(
          Sql.of("delete from announcement_agency where announcement_id = ?", one.id()));
    }
    database.batch(
        "insert into announcement_agency (announcement_id, agency_id) values (?, ?)",
        one.audience().agencyIds().stream().map(agency -> List.of(one.id(), agency)).toList());
  }

  private Page<Announcement> withAgencies(Page<Announcement> page) {
    Map<UUID, Set<UUID>> chosen = chosen(page.items().stream().map(Announcement::id).toList());
    return page.map(one -> with(one, chosen.getOrDefault(one.id(), Set.of())));
  }

  private Announcement withAgencies(Announcement one) {
    return with(one, chosen(List.of(one.id())).getOrDefault(one.id(), Set.of()));
  }

  private Map<UUID, Set<UUID>> chosen(List<UUID> ids) {
    Map<UUID, Set<UUID>> chosen = new HashMap<>();
    if (!ids.isEmpty()) {
      database.query(
          Sql.of("select announcement_id, agency_id from announcement_agency where 1 = 1")
              .addIn("and announcement_id in", ids),
          row ->
              chosen
                  .computeIfAbsent(uuid(row, "announcement_id"), id -> new HashSet<>())
                  .add(uuid(row, "agency_id")));
    }
    return chosen;
  }

  private static Announcement with(Announcement one, Set<UUID> agencies) {
    return new Announcement(
        one.id(),
        one.carrierId(),
        one.carrierName(),
        one.title(),
        one.body(),
        new Audience(one.audience().kind(), one.audience().levels(), agencies),
        one.confirmationWanted(),
        one.confirmBy(),
        one.stored(),
        one.publishAt(),
        one.expiresAt(),
        one.version(),
        one.changedAt(),
        one.changedBy(),
        one.confirmedAt(),
        one.confirmedByCaller());
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    return new Announcement(
        uuid(row, "id"),
        uuid(row, "carrier_id"),
        row.getString("carrier_name"),
        row.getString("title"),
        row.getString("body"),
        new Audience(
            Audience.Kind.valueOf(row.getString("audience")),
            JsonCodes.read(row.getString("levels"), EntityType.class),
            Set.of()),
        row.getBoolean("confirmation_wanted"),
        row.getObject("confirm_by", LocalDate.class),
        Announcement.Stored.valueOf(row.getString("state")),
        instantOrNull(row, "publish_at"),
        instantOrNull(row, "expires_at"),
        row.getInt("version"),
        instant(row, "changed_at"),
        row.getString("changer_name"),
        instantOrNull(row, "confirmed_at"),
        row.getBoolean("mine"));
  }
}
