package app.upline.figures;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts the incidents of a source, by statements that read the months asked for and no others. */
@Singleton
final class IncidentCounts {

  /** The most lines of a list that has no fixed codes. */
  private static final int LINES = 100;

  private static final String CHANNELS =
      "join json_table(v.content, '$.leadChannels[*]' columns (code varchar(40) path '$')) c\n";

  private static final String AGENCIES = "join agency a on a.id = i.agency_id\n";

  private static final String UPLINES =
      AGENCIES + "left join agency u on u.id = a.upline_agency_id\n";

  /** The first decision on a submission that held it, since it was first reported. */
  private static final String DAYS_TO_DECISION =
      """
      timestampdiff(second, i.first_submitted_at, (
        select min(w.decided_at) from submission_incident s
        join submission_revision w on w.submission_id = s.submission_id and w.revision = s.revision
        where s.incident_id = i.id and w.decision in ('ACKNOWLEDGED', 'RETURNED')
          and w.decided_at >= i.first_submitted_at)) / 86400.0
      """;

  private static final String MEDIAN =
      """
      select avg(m.days) from (
        select q.days, row_number() over (order by q.days) as place, count(*) over () as places
        from (
      """;

  private static final String OF_THE_MIDDLE =
      """
      ) q where q.days is not null
      ) m where m.place in (floor((m.places + 1) / 2), ceiling((m.places + 1) / 2))
      """;

  private final Database database;

  IncidentCounts(Database database) {
    this.database = database;
  }

  IncidentFigures of(Source source, PeriodRange range, CarrierDayRange days) {
    List<Figure> months = by(source, "x.period", "null", "");
    return new IncidentFigures(
        months.stream().mapToLong(Figure::count).sum(),
        everyMonth(range, months),
        by(source, "x.primary_category", "null", ""),
        by(source, "x.severity", "null", ""),
        by(source, "x.state", "null", ""),
        by(source, "c.code", "null", source.register() + CHANNELS),
        byId(
            source,
            "r.id",
            "json_unquote(json_extract(v.content, '$.legalName'))",
            source.register()),
        timeliness(source),
        median(source, days.between("i.first_submitted_at", "x.discovery_date")),
        median(source, DAYS_TO_DECISION));
  }

  List<Figure> byAgency(Source source) {
    return byId(source, "a.id", "a.name", AGENCIES);
  }

  /** An agency without an upline is counted under none. */
  List<Figure> byUpline(Source source) {
    return byId(source, "u.id", "u.name", UPLINES);
  }

  private List<Figure> by(Source source, String code, String name, String tables) {
    return by(source, code, name, tables, row -> row.getString("code"));
  }

  private List<Figure> byId(Source source, String id, String name, String tables) {
    return by(
        source,
        id,
        name,
        tables,
        row -> {
          UUID code = Database.uuidOrNull(row, "code");
          return code == null ? null : code.toString();
        });
  }

  private List<Figure> by(
      Source source,
      String code,
      String name,
      String tables,
      Database.Mapper<@Nullable String> codes) {
    return database.query(
        source
            .select(code + " as code, max(" + name + ") as name, count(*) as n", tables)
            .add("group by code order by n desc, code limit ?", LINES),
        row -> new Figure(codes.map(row), row.getString("name"), row.getLong("n")));
  }

  private static List<Figure> everyMonth(PeriodRange range, List<Figure> some) {
    Map<@Nullable String, Long> counts =
        some.stream().collect(Collectors.toMap(Figure::code, Figure::count));
    return range
        .months()
        .map(Object::toString)
        .map(month -> new Figure(month, null, counts.getOrDefault(month, 0L)))
        .toList();
  }

  private OnTimeCounts timeliness(Source source) {
    return database
        .first(
            source.select("count(i.late) as reported, coalesce(sum(i.late = false), 0) as on_time"),
            row -> new OnTimeCounts(row.getLong("reported"), row.getLong("on_time")))
        .orElseThrow();
  }

  private @Nullable Double median(Source source, String days) {
    Sql sql = Sql.of(MEDIAN).add(source.select(days + " as days")).add(OF_THE_MIDDLE);
    BigDecimal median = database.query(sql, row -> row.getBigDecimal(1)).getFirst();
    return median == null ? null : median.setScale(1, RoundingMode.HALF_UP).doubleValue();
  }
}
