package app.upline.platform.sweep;

import app.upline.platform.persistence.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that say nothing any more once their time is over.
 *
 * @param column the time that counts; a key begins with it
 * @param kept for how long after that time a row stays
 * @param inMicros whether the column counts microseconds since 1970
 * @param only a condition that has to hold besides; null for none
 */
public record Sweep(
    String table, String column, Duration kept, boolean inMicros, @Nullable String only) {

  /** What is good until the time in a column. */
  public static Sweep expired(String table, String column) {
    return older(table, column, Duration.ZERO);
  }

  /** What has its time in a column, and is kept for a while after it. */
  public static Sweep older(String table, String column, Duration kept) {
    return new Sweep(table, column, kept, false, null);
  }

  /** The same with a column that counts microseconds since 1970. */
  public Sweep withMicros() {
    return new Sweep(table, column, kept, true, only);
  }

  /** The same, but only of rows of which a condition holds; a literal of the program. */
  public Sweep only(String condition) {
    return new Sweep(table, column, kept, inMicros, condition);
  }

  /** Removes some of those whose time is over by then, the oldest first. */
  Sql statement(Instant now, int most) {
    Instant before = now.minus(kept);
    Sql sql =
        Sql.of(
            "delete from %s where %s < ?".formatted(table, column),
            inMicros ? ChronoUnit.MICROS.between(Instant.EPOCH, before) : before);
    if (only != null) {
      sql.add("and (%s)".formatted(only));
    }
    return sql.add("order by %s limit ?".formatted(column), most);
  }
}
