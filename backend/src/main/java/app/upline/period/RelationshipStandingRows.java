package app.upline.period;

import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.period.RelationshipStanding.Waiting;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of who told whom of its relationships. */
@Singleton
final class RelationshipStandingRows {

  /** The newest of each status, each by the end of a range of keys. */
  private static final String TOLD =
      """
      select k.agency_id, k.carrier_id,
        (select s.submitted_at from submission s force index (submission_standing)
         where s.kind = 'RELATIONSHIPS' and s.agency_id = k.agency_id and s.carrier_id = k.carrier_id and s.status = 'SUBMITTED'
         order by s.submitted_at desc limit 1) as submitted,
        (select s.submitted_at from submission s force index (submission_standing)
         where s.kind = 'RELATIONSHIPS' and s.agency_id = k.agency_id and s.carrier_id = k.carrier_id and s.status = 'ACKNOWLEDGED'
         order by s.submitted_at desc limit 1) as acknowledged,
        (select s.submitted_at from submission s force index (submission_standing)
         where s.kind = 'RELATIONSHIPS' and s.agency_id = k.agency_id and s.carrier_id = k.carrier_id and s.status = 'RETURNED'
         order by s.submitted_at desc limit 1) as returned
      from agency_contract k force index (primary) where 1 = 1
      """;

  private static final String WAITING =
      """
      select count(*) as n, min(v.known_on) as oldest
      from (select u.relationship_id from undisclosed_change u where u.agency_id = ? and u.carrier_id = ? limit ?) u
      straight_join relationship r on r.id = u.relationship_id
      straight_join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
      """;

  private final Database database;

  RelationshipStandingRows(Database database) {
    this.database = database;
  }

  /** An agency and a carrier. */
  record Pair(UUID agencyId, UUID carrierId) {}

  /**
   * What was submitted and stands.
   *
   * @param returned whether something waits for a correction
   */
  record Told(@Nullable Instant newest, boolean returned) {
    static final Told NOTHING = new Told(null, false);
  }

  Map<Pair, Told> told(Collection<UUID> agencies, Collection<UUID> carriers) {
    Map<Pair, Told> told = new HashMap<>();
    if (agencies.isEmpty() || carriers.isEmpty()) {
      return told;
    }
    database.query(
        Sql.of(TOLD).addIn("and k.agency_id in", agencies).addIn("and k.carrier_id in", carriers),
        row -> told.put(new Pair(uuid(row, "agency_id"), uuid(row, "carrier_id")), told(row)));
    return told;
  }

  /** Of one agency alone: nobody else may know it. */
  Waiting waiting(Pair pair, @Nullable Integer noticeDays) {
    return database
        .first(
            Sql.of(WAITING, pair.agencyId(), pair.carrierId(), Waiting.MOST + 1),
            row -> {
              int count = row.getInt("n");
              LocalDate oldest = row.getObject("oldest", LocalDate.class);
              return new Waiting(
                  Math.min(count, Waiting.MOST),
                  count > Waiting.MOST,
                  oldest,
                  oldest == null || noticeDays == null ? null : oldest.plusDays(noticeDays));
            })
        .orElseThrow();
  }

  private static Told told(ResultSet row) throws SQLException {
    Instant returned = instantOrNull(row, "returned");
    Instant newest =
        Stream.of(
                Optional.ofNullable(instantOrNull(row, "submitted")),
                Optional.ofNullable(instantOrNull(row, "acknowledged")),
                Optional.ofNullable(returned))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Told(newest, returned != null);
  }
}
