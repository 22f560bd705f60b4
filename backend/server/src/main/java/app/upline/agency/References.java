package app.upline.agency;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Human references such as {@code REL-2026-7KQ2-000123}, counted per agency and year. The agency's
 * own mark in them makes them differ in the lists of a carrier, which has many agencies'.
 */
@Singleton
public final class References {

  private final ReferenceRows rows;
  private final ReferenceMarks marks;
  private final Clock clock;

  References(ReferenceRows rows, ReferenceMarks marks, Clock clock) {
    this.rows = rows;
    this.marks = marks;
    this.clock = clock;
  }

  /** A run of numbers that is the caller's alone. */
  public record Run(String prefix, int year, String mark, int first) {
    public String at(int index) {
      return "%s-%d-%s-%06d".formatted(prefix, year, mark, first + index);
    }
  }

  /** Reserves {@code count} references; given back if the transaction is rolled back. */
  public Run reserve(UUID agencyId, String prefix, int count) {
    int year = LocalDate.now(clock).getYear();
    rows.reserve(agencyId, prefix, year, count);
    ReferenceRow reserved = rows.find(agencyId, prefix, year).orElseThrow();
    String mark = reserved.mark() == null ? marks.of(agencyId) : reserved.mark();
    return new Run(prefix, year, mark, reserved.lastNumber() - count + 1);
  }
}
