package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.EntityType;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
 * The tables of resource centers. A carrier's people see all of it in its newest version; an
 * agency's people what is for their agency, in the version in effect on the day where the carrier
 * is.
 */
@Singleton
final class ResourceRows {

  private static final String SELECT =
      "select r.*, (select c.name from carrier c where c.id = r.carrier_id) as carrier_name, "
          + ResourceVersions.CONTENT
          + " from resource r\n";

  private static final String NEWEST =
      "left join resource_version v on v.resource_id = r.id and v.number = r.newest_version\n";

  private static final String IN_EFFECT =
      """
      join resource_version v on v.resource_id = r.id and v.number =
        (select max(w.number) from resource_version w
         where w.resource_id = r.id and w.effective_from <= ? and (w.effective_to is null or w.effective_to >= ?))
      """;

  private static final String FOR_AGENCY =
      """
      and r.retired_at is null and (r.audience = 'ALL'
        or (r.audience = 'AGENCIES' and exists (select 1 from resource_agency g where g.resource_id = r.id and g.agency_id = ?))
        or (r.audience = 'LEVELS' and locate(concat('"', (select a.level from agency a where a.id = ?), '"'), r.levels) > 0))
      """;

  private final Database database;
  private final PublishingCarriers carriers;
  private final ResourceVersions versions;

  ResourceRows(Database database, PublishingCarriers carriers, ResourceVersions versions) {
    this.versions = versions;
    this.database = database;
    this.carriers = carriers;
  }

  /**
   * Which are wanted.
   *
   * @param words all of which begin a word of the title or the text; null where none are looked
   *     for, and empty where nothing is found by what was typed
   */
  record Filter(@Nullable UUID sectionId, @Nullable List<String> words) {}

  /** Carrier by carrier, section by section, in the order within each. */
  Page<Resource> page(CurrentUser user, Filter filter, PageRequest request) {
    if (filter.words() != null && filter.words().isEmpty()) {
      return new Page<>(List.of(), null, null);
    }
    List<Resource> found = new ArrayList<>();
    UUID from = request.isFirst() ? null : UUID.fromString(request.after().getFirst());
    for (PublishingCarriers.Seen carrier : carriers.of(user)) {
      boolean isBefore = from != null && carrier.id().compareTo(from) < 0;
      int left = request.limit() + 1 - found.size();
      if (!isBefore && left > 0) {
        boolean goesOn = carrier.id().equals(from);
        found.addAll(some(user, carrier, filter, goesOn ? request.after() : List.of(), left));
      }
    }
    Page<Resource> page =
        Page.of(
            found,
            request.limit(),
            one ->
                List.of(
                    one.carrierId().toString(),
                    one.sectionId().toString(),
                    Integer.toString(one.position()),
                    one.id().toString()));
    return user.kind() == OrganizationKind.CARRIER ? withAgencies(page) : page;
  }

  private List<Resource> some(
      CurrentUser user,
      PublishingCarriers.Seen carrier,
      Filter filter,
      List<String> after,
      int limit) {
    Sql sql = select(user, carrier).addIf(filter.sectionId(), "and r.section_id = ?");
    List<String> words = filter.words() == null ? List.of() : filter.words();
    words.forEach(
        word ->
            sql.add(
                "and concat(r.search_text, coalesce(v.search_text, '')) like ?",
                "% " + word + "%"));
    if (!after.isEmpty()) {
      UUID section = UUID.fromString(after.get(1));
      int position = Integer.parseInt(after.get(2));
      sql.add(
          "and r.section_id >= ? and (r.section_id > ? or r.position > ? or (r.position = ? and r.id > ?))",
          section,
          section,
          position,
          position,
          UUID.fromString(after.get(3)));
    }
    return database.query(
        sql.add("order by r.section_id, r.position, r.id limit ?", limit), ResourceRows::resource);
  }

  Optional<Resource> find(CurrentUser user, UUID id) {
    return carriers.of(user).stream()
        .flatMap(
            carrier ->
                database
                    .query(select(user, carrier).add("and r.id = ?", id), ResourceRows::resource)
                    .stream())
        .findFirst()
        .map(one -> user.kind() == OrganizationKind.CARRIER ? withAgencies(one) : one);
  }

  private static Sql select(CurrentUser user, PublishingCarriers.Seen carrier) {
    if (user.kind() == OrganizationKind.CARRIER) {
      return Sql.of(SELECT).add(NEWEST).add("where r.carrier_id = ?", carrier.id());
    }
    return Sql.of(SELECT)
        .add(IN_EFFECT, carrier.today(), carrier.today())
        .add("where r.carrier_id = ?", carrier.id())
        .add(FOR_AGENCY, user.agencyId(), user.agencyId());
  }

  /** Makes others who would change it wait until the transaction ends. */
  void lock(UUID carrierId, UUID id) {
    database.first(
        Sql.of(
            "select version from resource where id = ? and carrier_id = ? for update",
            id,
            carrierId),
        row -> row.getInt(1));
  }

  void insert(UUID id, UUID carrierId, ResourceDraft draft, Instant now) {
    database.update(
        Sql.of(
            """
            insert into resource (id, carrier_id, section_id, kind, title, position, audience, levels, newest_version, search_text,
              version, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1, ?, ?)
            """,
            id,
            carrierId,
            draft.sectionId(),
            draft.kind(),
            draft.title(),
            draft.position(),
            draft.audience().kind(),
            JsonCodes.of(draft.audience().levels()),
            ResourceVersions.words(draft.title()),
            now,
            now));
    agencies(id, draft.audience());
  }

  void update(Resource before, ResourceDraft draft, Instant now) {
    database.update(
        Sql.of(
            """
            update resource set section_id = ?, title = ?, position = ?, audience = ?, levels = ?, search_text = ?, version = version + 1,
              changed_at = ?
            where id = ?
            """,
            draft.sectionId(),
            draft.title(),
            draft.position(),
            draft.audience().kind(),
            JsonCodes.of(draft.audience().levels()),
            ResourceVersions.words(draft.title()),
            now,
            before.id()));
    database.update(Sql.of("delete from resource_agency where resource_id = ?", before.id()));
    agencies(before.id(), draft.audience());
  }

  private void agencies(UUID id, Audience audience) {
    database.batch(
        "insert into resource_agency (resource_id, agency_id) values (?, ?)",
        audience.agencyIds().stream().map(agency -> List.of(id, agency)).toList());
  }

  void retire(UUID id, Instant now) {
    database.update(
        Sql.of(
            "update resource set retired_at = ?, version = version + 1, changed_at = ? where id = ?",
            now,
            now,
            id));
  }

  void addVersion(CurrentUser user, Resource one, Resource.Content content) {
    versions.insert(user, one.id(), content);
    database.update(
        Sql.of(
            "update resource set newest_version = ?, version = version + 1, changed_at = ? where id = ?",
            content.number(),
            content.publishedAt(),
            one.id()));
  }

  /** The agencies that it is for. */
  List<UUID> audience(Resource one) {
    Sql sql =
        Sql.of(
            "select k.agency_id from agency_contract k where k.carrier_id = ? and k.in_force",
            one.carrierId());
    switch (one.audience().kind()) {
      case ALL -> {
        // All that have a contract.
      }
      case LEVELS ->
          sql.addIn(
                  "and k.agency_id in (select a.id from agency a where a.id = k.agency_id and a.level in",
                  one.audience().levels())
              .add(")");
      case AGENCIES -> sql.addIn("and k.agency_id in", one.audience().agencyIds());
    }
    return database.query(sql, row -> uuid(row, "agency_id"));
  }

  private Page<Resource> withAgencies(Page<Resource> page) {
    Map<UUID, Set<UUID>> chosen = chosen(page.items().stream().map(Resource::id).toList());
    return page.map(one -> one.forAgencies(chosen.getOrDefault(one.id(), Set.of())));
  }

  private Resource withAgencies(Resource one) {
    return one.forAgencies(chosen(List.of(one.id())).getOrDefault(one.id(), Set.of()));
  }

  private Map<UUID, Set<UUID>> chosen(List<UUID> ids) {
    Map<UUID, Set<UUID>> chosen = new HashMap<>();
    if (!ids.isEmpty()) {
      database.query(
          Sql.of("select resource_id, agency_id from resource_agency where 1 = 1")
              .addIn("and resource_id in", ids),
          row ->
              chosen
                  .computeIfAbsent(uuid(row, "resource_id"), id -> new HashSet<>())
                  .add(uuid(row, "agency_id")));
    }
    return chosen;
  }

  private static Resource resource(ResultSet row) throws SQLException {
    return new Resource(
        uuid(row, "id"),
        uuid(row, "carrier_id"),
        row.getString("carrier_name"),
        uuid(row, "section_id"),
        Resource.Kind.valueOf(row.getString("kind")),
        row.getString("title"),
        row.getInt("position"),
        new Audience(
            Audience.Kind.valueOf(row.getString("audience")),
            JsonCodes.read(row.getString("levels"), EntityType.class),
            Set.of()),
        instantOrNull(row, "retired_at"),
        row.getInt("newest_version"),
        row.getInt("version"),
        instant(row, "changed_at"),
        row.getString("effective_from") == null ? null : ResourceVersions.content(row));
  }
}
