package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Terms;
import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.Facets;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier holds of its agencies' registers: exactly what was disclosed to it, today or as of
 * a day. Each page is a range of a key in the order of the relationships' ids: the rows in force,
 * those of an agency, or those of a facet; the other filters look at the rows the range yields.
 */
@Singleton
public final class DisclosedRegister {

  private static final String ROW =
      """
      d.relationship_id, d.agency_id, a.name as agency, r.reference, d.relationship_revision, r.created_at,
      x.changed_at as revised_at, x.content, v.submitted_at as disclosed_at, d.submission_id,
      s.reference as submission_reference, v.receipt_number, s.status as submission_status
      """;

  private static final String JOINS =
      """
      straight_join relationship r on r.id = d.relationship_id
      straight_join relationship_revision x
        on x.relationship_id = d.relationship_id and x.revision = d.relationship_revision
      straight_join submission s on s.id = d.submission_id
      straight_join submission_revision v on v.submission_id = d.submission_id and v.revision = d.submission_revision
      straight_join agency a on a.id = d.agency_id
      """;

  private static final String TO_CARRIERS =
      """
      select k.carrier_id, c.name, d.relationship_revision, d.disclosed_from, s.reference as submission_reference,
        u.relationship_id is not null as undisclosed
      from agency_contract k
      join carrier c on c.id = k.carrier_id
      left join disclosure d on d.carrier_id = k.carrier_id and d.relationship_id = ?
        and d.disclosed_to = '9999-12-31 00:00:00'
      left join submission s on s.id = d.submission_id
      left join undisclosed_change u
        on u.agency_id = k.agency_id and u.carrier_id = k.carrier_id and u.relationship_id = ?
      where k.agency_id = ?
        and exists (select 1 from relationship r where r.id = ? and r.agency_id = k.agency_id)
      order by c.name
      """;

  private final Database database;
  private final Directory directory;
  private final DisclosableRegister register;
  private final Clock clock;

  DisclosedRegister(
      Database database, Directory directory, DisclosableRegister register, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.register = register;
    this.clock = clock;
  }

  /**
   * What a carrier last received of a relationship; revision, time and submission are null when
   * nothing.
   */
  public record ToCarrier(
      Party carrier,
      @Nullable Integer revision,
      @Nullable Instant disclosedAt,
      @Nullable String submissionReference,
      boolean undisclosedChange) {}

  /** Per contracted carrier; empty when there is no such relationship, or no carrier. */
  public List<ToCarrier> toCarriers(CurrentUser user, UUID relationshipId) {
    Sql sql = Sql.of(TO_CARRIERS, relationshipId, relationshipId, user.agencyId(), relationshipId);
    return database.reading(() -> database.query(sql, DisclosedRegister::toCarrier));
  }

  public Page<DisclosedRelationship> page(
      CurrentUser user, DisclosedFilter filter, PageRequest request) {
    return database.reading(
        () -> {
          Sql sql = statement(ROW, user, filter, request.after(), request.limit() + 1);
          Page<DisclosedRelationship> page =
              Page.of(
                  database.query(sql, this::row),
                  request.limit(),
                  row -> List.of(row.relationship().id().toString()));
          return request.counted() ? page.withTotal(count(user, filter)) : page;
        });
  }

  /** The same rows, all of them, a batch at a time. */
  public Iterator<List<DisclosedRelationship>> batches(CurrentUser user, DisclosedFilter filter) {
    return new Batches<>(request -> page(user, filter, request));
  }

  private Page.Total count(CurrentUser user, DisclosedFilter filter) {
    Sql sql = Sql.of("select count(*) from (");
    sql.add(statement("d.relationship_id", user, filter, List.of(), Page.Total.CAP + 1)).add(") t");
    return Page.Total.of(database.first(sql, row -> row.getInt(1)).orElse(0));
  }

  /** The statement of a page: for this class, and for the test that looks at its plan. */
  Sql statement(
      String columns, CurrentUser user, DisclosedFilter filter, List<String> after, int limit) {
    UUID carrier = user.carrierId();
    String facet = facet(filter);
    Sql sql = new Sql();
    String key;
    if (facet != null) {
      key = "f.relationship_id";
      sql.add("select " + columns + " from disclosure_facet f force index (primary)")
          .add(
              "straight_join disclosure d on d.carrier_id = f.carrier_id and d.relationship_id = f.relationship_id")
          .add(JOINS)
          .add(
              "where f.carrier_id = ? and f.facet = ? and d.carrier_id = ?",
              carrier,
              facet,
              carrier);
    } else {
      key = "d.relationship_id";
      String index =
          filter.agencyId() != null
              ? "disclosure_by_agency"
              : filter.asOf() == null ? "disclosure_in_force" : "primary";
      sql.add("select " + columns + " from disclosure d force index (" + index + ")")
          .add(JOINS)
          .add("where d.carrier_id = ?", carrier);
    }
    inForce(sql, user, filter);
    others(sql, carrier, filter);
    if (!after.isEmpty()) {
      sql.add("and " + key + " > ?", after.getFirst());
    }
    return sql.add("order by " + key + " limit ?", limit);
  }

  private void inForce(Sql sql, CurrentUser user, DisclosedFilter filter) {
    if (filter.asOf() == null) {
      sql.add("and d.disclosed_to = '9999-12-31 00:00:00'");
      return;
    }
    // The day ends where the carrier is.
    Instant end =
        directory
            .carrier(user, user.carrierId())
            .map(Carrier::timeZone)
            .map(zone -> filter.asOf().plusDays(1).atStartOfDay(zone).toInstant())
            .orElseGet(clock::instant);
    sql.add("and d.disclosed_from < ? and d.disclosed_to >= ?", end, end);
  }

  private static void others(Sql sql, UUID carrier, DisclosedFilter filter) {
    sql.addIf(filter.agencyId(), "and d.agency_id = ?")
        .addIf(filter.state(), "and x.state = ?")
        .addIf(filter.entityType(), "and x.entity_type = ?")
        .addIf(filter.status(), "and x.status = ?")
        .addIf(
            filter.function() == null ? null : Facets.bit(filter.function()),
            "and (x.functions & ?) <> 0");
    if (filter.activeOn() != null) {
      sql.add(
          "and x.start_date <= ? and (x.end_date is null or x.end_date >= ?)",
          filter.activeOn(),
          filter.activeOn());
    }
    if (filter.query() != null) {
      // A relationship is found by its former names too: the facets of a carrier are never taken
      // away.
      for (String word : Terms.ofQuery(filter.query())) {
        sql.add(
            """
            and exists (select 1 from disclosure_facet w where w.carrier_id = ? and w.relationship_id = d.relationship_id
              and w.facet >= ? and w.facet < ?)
            """,
            carrier,
            Terms.facet(word),
            Terms.facet(word) + '\uffff');
      }
    }
  }

  /** A facet that the filter asks for exactly; a search for the beginning of a word is none. */
  private static @Nullable String facet(DisclosedFilter filter) {
    if (filter.query() != null) {
      return null;
    }
    if (filter.state() != null) {
      return Facets.state(filter.state());
    }
    if (filter.entityType() != null) {
      return Facets.type(filter.entityType());
    }
    if (filter.function() != null) {
      return Facets.function(filter.function());
    }
    return filter.status() == null ? null : Facets.status(filter.status());
  }

  private DisclosedRelationship row(ResultSet row) throws SQLException {
    return new DisclosedRelationship(
        new Party(uuid(row, "agency_id"), row.getString("agency")),
        instant(row, "disclosed_at"),
        uuid(row, "submission_id"),
        row.getString("submission_reference"),
        row.getString("receipt_number"),
        SubmissionStatus.valueOf(row.getString("submission_status")),
        register.relationship(row));
  }

  private static ToCarrier toCarrier(ResultSet row) throws SQLException {
    return new ToCarrier(
        new Party(uuid(row, "carrier_id"), row.getString("name")),
        intOrNull(row, "relationship_revision"),
        instantOrNull(row, "disclosed_from"),
        row.getString("submission_reference"),
        row.getBoolean("undisclosed"));
  }
}
