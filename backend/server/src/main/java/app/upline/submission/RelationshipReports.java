package app.upline.submission;

import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.platform.listing.KeyOrder;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When agencies last told carriers of their relationships. Called inside a transaction. */
@Singleton
public final class RelationshipReports {

  private static final KeyOrder CONTRACTS = KeyOrder.of("agency_contract k", "primary");

  private static final KeyOrder STANDING = KeyOrder.of("submission s", "submission_standing");

  /**
   * When the newest of a status was submitted, by the end of a range of a key. Ordered by the whole
   * key, for MySQL sorts the range when it is only told of its last column.
   */
  private static final String NEWEST =
      STANDING.select("s.submitted_at").text()
          + """
          where s.kind = 'RELATIONSHIPS' and s.agency_id = k.agency_id and s.carrier_id = k.carrier_id and s.status = '%s'
          order by s.kind desc, s.agency_id desc, s.carrier_id desc, s.status desc, s.submitted_at desc limit 1
          """;

  private static final String COLUMNS =
      "k.agency_id, k.carrier_id, (%s) as submitted, (%s) as acknowledged, (%s) as returned"
          .formatted(
              NEWEST.formatted("SUBMITTED"),
              NEWEST.formatted("ACKNOWLEDGED"),
              NEWEST.formatted("RETURNED"));

  private final Database database;

  RelationshipReports(Database database) {
    this.database = database;
  }

  /** An agency and a carrier. */
  public record Pair(UUID agencyId, UUID carrierId) {}

  /**
   * What was submitted and stands.
   *
   * @param returned whether something waits for a correction
   */
  public record Reported(@Nullable Instant newest, boolean returned) {
    public static final Reported NOTHING = new Reported(null, false);
  }

  /** By agency and carrier, of those that are contracted. */
  public Map<Pair, Reported> told(Collection<UUID> agencies, Collection<UUID> carriers) {
    Map<Pair, Reported> told = new HashMap<>();
    if (agencies.isEmpty() || carriers.isEmpty()) {
      return told;
    }
    database.query(
        CONTRACTS
            .select(COLUMNS)
            .addIn("where k.agency_id in", agencies)
            .addIn("and k.carrier_id in", carriers),
        row -> told.put(new Pair(uuid(row, "agency_id"), uuid(row, "carrier_id")), told(row)));
    return told;
  }

  private static Reported told(ResultSet row) throws SQLException {
    Instant returned = instantOrNull(row, "returned");
    Instant newest =
        Stream.of(
                Optional.ofNullable(instantOrNull(row, "submitted")),
                Optional.ofNullable(instantOrNull(row, "acknowledged")),
                Optional.ofNullable(returned))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Reported(newest, returned != null);
  }
}
