package app.upline.agency;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Human references such as {@code REL-2026-000123}, counted per agency and year. */
@Singleton
public final class References {

  private final Database database;
  private final Clock clock;

  References(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A run of numbers that is the caller's alone. */
  public record Run(String prefix, int year, int first) {
    public String at(int index) {
      return "%s-%d-%06d".formatted(prefix, year, first + index);
    }
  }

  /** Reserves {@code count} references; given back if the transaction is rolled back. */
  public Run reserve(UUID agencyId, String prefix, int count) {
    int year = LocalDate.now(clock).getYear();
    database.update(
        Sql.of(
            """
            insert into reference_sequence (agency_id, prefix, year, last_value) values (?, ?, ?, ?)
            on duplicate key update last_value = last_value + ?
            """,
            agencyId,
            prefix,
            year,
            count,
            count));
    int last =
        database
            .first(
                Sql.of(
                    "select last_value from reference_sequence where agency_id = ? and prefix = ? and year = ?",
                    agencyId,
                    prefix,
                    year),
                row -> row.getInt(1))
            .orElseThrow();
    return new Run(prefix, year, last - count + 1);
  }
}
