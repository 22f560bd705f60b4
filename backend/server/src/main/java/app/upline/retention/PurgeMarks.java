package app.upline.retention;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what of an organization goes, in a table of its own, since it is the database that can
 * follow who refers to whom. Called inside the transaction of the purge, one at a time.
 */
@Singleton
final class PurgeMarks {
  private static final Pattern PARAMETER = Pattern.compile(":(keeper|cutoff)");

  private final Database database;

  PurgeMarks(Database database) {
    this.database = database;
  }

  /** Waits for any other purge; held until the transaction ends. */
  void takeTurn() {
    database.first(
        Sql.of("select id from purge_lock where id = 1 for update"), row -> row.getInt(1));
  }

  PurgeReport mark(PurgeScope keeper, Instant cutoff) {
    // What others have put there is no mark; from now on no other transaction can.
    clear();
    for (String old : oldThingsOf(keeper)) {
      database.update(sql(old, keeper.id(), cutoff));
    }
    int takenBack;
    do {
      takenBack = 0;
      for (String needed : PurgeDependencyQueries.STATEMENTS) {
        takenBack += database.update(sql(needed, keeper.id(), cutoff));
      }
    } while (takenBack > 0);
    PurgeCandidateQueries.FILES.forEach(files -> database.update(Sql.of(files)));
    return tally();
  }

  List<PurgeCandidate> going(PurgeKind kind) {
    return database.query(
        Sql.of(
            "select * from purge_candidate where kind = ? and kept_reason is null order by object_id",
            kind),
        row ->
            new PurgeCandidate(
                PurgeKind.valueOf(row.getString("kind")),
                Database.uuid(row, "object_id"),
                Database.uuidOrNull(row, "carrier_id"),
                row.getString("reference"),
                row.getString("sha256")));
  }

  void clear() {
    database.update(Sql.of("delete from purge_candidate"));
  }

  private static List<String> oldThingsOf(PurgeScope keeper) {
    return switch (keeper.kind()) {
      case AGENCY ->
          List.of(
              PurgeCandidateQueries.SUBMISSIONS,
              PurgeCandidateQueries.PLANS,
              PurgeCandidateQueries.INCIDENTS,
              PurgeCandidateQueries.RELATIONSHIPS,
              PurgeCandidateQueries.UPLOADS,
              PurgeCandidateQueries.EVENTS,
              PurgeCandidateQueries.LEGAL_HOLDS);
      case CARRIER ->
          List.of(
              PurgeCandidateQueries.EXTRACTS,
              PurgeCandidateQueries.DIRECTORY_UPLOADS,
              PurgeCandidateQueries.ANNOUNCEMENTS,
              PurgeCandidateQueries.RESOURCES,
              PurgeCandidateQueries.EVENTS,
              PurgeCandidateQueries.LEGAL_HOLDS);
      case NOBODY -> List.of();
    };
  }

  private PurgeReport tally() {
    PurgeReport tally = new PurgeReport();
    database.query(
        Sql.of(
            "select kind, kept_reason, count(*) as n from purge_candidate group by kind, kept_reason"),
        row -> {
          PurgeKind kind = PurgeKind.valueOf(row.getString("kind"));
          String kept = row.getString("kept_reason");
          if (kept == null) {
            tally.goes(kind, row.getInt("n"));
          } else {
            tally.stays(kind, KeptBecause.valueOf(kept), row.getInt("n"));
          }
          return kind;
        });
    return tally;
  }

  /** With a mark for each parameter by name. */
  private static Sql sql(String named, UUID keeper, Instant cutoff) {
    List<Object> values = new ArrayList<>();
    String text =
        PARAMETER
            .matcher(named)
            .replaceAll(
                (MatchResult parameter) -> {
                  values.add(parameter.group(1).equals("keeper") ? keeper : cutoff);
                  return "?";
                });
    return Sql.of(text, values.toArray());
  }
}
