package app.upline.disclosure;

import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.intOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.relationship.Chain;
import app.upline.submission.HeldByCarrier;
import app.upline.submission.OrganizationRef;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier holds of its agencies' registers: exactly what was disclosed to it, today or as of
 * a day.
 */
@Singleton
public final class DisclosedRegister {

  private static final String TO_CARRIERS =
      """
      select k.carrier_id, c.name, d.relationship_revision, d.disclosed_from, s.reference as submission_reference,
        u.relationship_id is not null as undisclosed
      from agency_contract k
      join carrier c on c.id = k.carrier_id
      left join disclosure d on d.carrier_id = k.carrier_id and d.relationship_id = ?
        and %s
      left join submission s on s.id = d.submission_id
      left join undisclosed_relationship u
        on u.agency_id = k.agency_id and u.carrier_id = k.carrier_id and u.relationship_id = ?
      where k.agency_id = ?
        and exists (select 1 from relationship r where r.id = ? and r.agency_id = k.agency_id)
      order by c.name
      """
          .formatted(HeldByCarrier.now("d"));

  private final Database database;
  private final DisclosedList list;
  private final AsOfCondition moments;

  DisclosedRegister(Database database, DisclosedList list, AsOfCondition moments) {
    this.database = database;
    this.list = list;
    this.moments = moments;
  }

  /**
   * What a carrier last received of a relationship; revision, time and submission are null when
   * nothing.
   */
  public record ToCarrier(
      OrganizationRef carrier,
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
      CurrentUser user,
      DisclosedFilter filter,
      ListOrder<DisclosedRelationshipSort> order,
      PageRequest request) {
    return database.reading(
        () ->
            list.page(
                user.carrierId(), filter, order, moments.moment(user, filter.asOf()), request));
  }

  /** The same rows, all of them, a batch at a time. */
  public Iterator<List<DisclosedRelationship>> batches(
      CurrentUser user, DisclosedFilter filter, ListOrder<DisclosedRelationshipSort> order) {
    return new Batches<>(request -> page(user, filter, order, request));
  }

  /**
   * One that the caller's carrier holds, or held.
   *
   * @param asOf at the end of which day; null for now
   */
  public Optional<DisclosedRelationship> find(
      CurrentUser user, UUID relationshipId, @Nullable LocalDate asOf) {
    return database.reading(
        () -> list.find(user.carrierId(), relationshipId, moments.moment(user, asOf)));
  }

  /**
   * Those above and beneath one that the caller's carrier holds, or held; empty when it does not.
   *
   * @param depth how many levels beneath it
   * @param asOf at the end of which day; null for now
   */
  public Optional<Chain> chain(
      CurrentUser user, UUID relationshipId, int depth, @Nullable LocalDate asOf) {
    return database.reading(
        () ->
            Chain.around(
                new DisclosedChain(user.carrierId(), moments.moment(user, asOf), list),
                relationshipId,
                depth));
  }

  private static ToCarrier toCarrier(ResultSet row) throws SQLException {
    return new ToCarrier(
        new OrganizationRef(uuid(row, "carrier_id"), row.getString("name")),
        intOrNull(row, "relationship_revision"),
        instantOrNull(row, "disclosed_from"),
        row.getString("submission_reference"),
        row.getBoolean("undisclosed"));
  }
}
