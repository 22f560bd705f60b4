package app.upline.agency;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Human references such as {@code REL-2026-000123}, counted per agency and year. */
@Singleton
public final class References {

  private final ReferenceRows rows;
  private final Clock clock;

  References(ReferenceRows rows, Clock clock) {
    this.rows = rows;
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
    rows.reserve(agencyId, prefix, year, count);
    int last = rows.find(agencyId, prefix, year).orElseThrow().lastNumber();
    return new Run(prefix, year, last - count + 1);
  }
}
