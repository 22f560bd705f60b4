package app.upline.record;

import app.upline.audit.RecordCheck;
import app.upline.audit.ToldDigests;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every revision of a kind of record: its content fits its digest, the trail of its agency told of
 * that digest when it was written, and the newest that the trail told of is the one in force.
 */
public final class RevisionCheck implements RecordCheck {
  private static final int BATCH = 500;

  private final RecordTables tables;
  private final Database database;
  private final ToldDigests told;
  private final Map<UUID, Boolean> purged = new HashMap<>();

  public RevisionCheck(RecordTables tables, Database database, ToldDigests told) {
    this.tables = tables;
    this.database = database;
    this.told = told;
  }

  private record Row(
      UUID agencyId,
      UUID id,
      String reference,
      int revision,
      boolean newest,
      String sha256,
      String computed) {}

  @Override
  public String name() {
    return "Revisions of " + tables.head() + "s";
  }

  @Override
  public long run(@Nullable UUID agencyId, Consumer<String> report) {
    long count = 0;
    UUID id = Ids.BEFORE_ALL;
    int revision = 0;
    List<Row> some = after(agencyId, id, revision);
    while (!some.isEmpty()) {
      count += some.size();
      some.stream()
          .collect(Collectors.groupingBy(Row::agencyId))
          .forEach((agency, rows) -> compare(agency, rows, report));
      some = after(agencyId, some.getLast().id(), some.getLast().revision());
    }
    return count;
  }

  private void compare(UUID agency, List<Row> rows, Consumer<String> report) {
    Set<UUID> ids = rows.stream().map(Row::id).collect(Collectors.toCollection(HashSet::new));
    Map<UUID, List<String>> digests = told.of(agency, tables.head(), ids);
    for (Row row : rows) {
      List<String> of = digests.getOrDefault(row.id(), List.of());
      if (!row.computed().equals(row.sha256())) {
        report.accept(
            "%s of %s, revision %d, is not what was recorded."
                .formatted(row.reference(), agency, row.revision()));
      } else if (!of.contains(row.sha256()) && !isPurged(agency)) {
        report.accept(
            "%s of %s, revision %d, is not what the audit trail tells of."
                .formatted(row.reference(), agency, row.revision()));
      } else if (row.newest() && !of.isEmpty() && !of.getLast().equals(row.sha256())) {
        report.accept(
            "%s of %s is in force in revision %d, which is not the newest that the audit trail tells of."
                .formatted(row.reference(), agency, row.revision()));
      }
    }
  }

  private boolean isPurged(UUID agency) {
    return purged.computeIfAbsent(agency, told::isPurged);
  }

  private List<Row> after(@Nullable UUID agencyId, UUID id, int revision) {
    String rows =
        """
        select r.agency_id, r.id, r.reference, v.revision, v.revision = r.revision as newest, v.content, v.content_sha256
        from %2$s v join %1$s r on r.id = v.%3$s
        where ((v.%3$s = ? and v.revision > ?) or v.%3$s > ?)
        """
            .formatted(tables.head(), tables.revision(), tables.id());
    String order = "order by v.%1$s, v.revision limit ?".formatted(tables.id());
    return database.reading(
        () ->
            database.query(
                Sql.of(rows, id, revision, id)
                    .addIf(agencyId, "and r.agency_id = ?")
                    .add(order, BATCH),
                row ->
                    new Row(
                        Database.uuid(row, "agency_id"),
                        Database.uuid(row, "id"),
                        row.getString("reference"),
                        row.getInt("revision"),
                        row.getBoolean("newest"),
                        row.getString("content_sha256"),
                        RecordContent.sha256(row.getString("content")))));
  }
}
