package app.upline.figures;

import app.upline.figures.Comparison.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which counts of other agencies may be told. A count is small when it is below eleven, nought
 * included, or made up of fewer than three agencies. The counts are of the others alone, so a
 * caller has nothing of its own to take away from them.
 *
 * <p>Cells that add up to a total which is known are hidden in company: at least one cell that is
 * not small is hidden with them, and so many that what is hidden, less the eleven that each of
 * these has at the least, leaves room for ten. These are taken in the order of the list and not by
 * size: were it always the least, its neighbors would bound it.
 */
final class Suppression {

  /** The least count that is told. */
  static final int LEAST = 11;

  /** The fewest agencies that a count is made of. */
  static final int AGENCIES = 3;

  /** A count before suppression, and of how many agencies it is. */
  record Raw(String code, long count, long agencies) {

    boolean small() {
      return count < LEAST || agencies < AGENCIES;
    }
  }

  private Suppression() {}

  static @Nullable Long total(Raw total) {
    return total.small() ? null : total.count();
  }

  /** The cells of a list that adds up to the total. */
  static List<Cell> cells(Raw total, List<Raw> all) {
    Set<String> hidden = hidden(total, all);
    return all.stream()
        .map(raw -> new Cell(raw.code(), hidden.contains(raw.code()) ? null : raw.count()))
        .toList();
  }

  private static Set<String> hidden(Raw total, List<Raw> all) {
    Set<String> hidden = new HashSet<>();
    List<Raw> tellable = new ArrayList<>();
    long room = 0;
    for (Raw raw : all) {
      if (total.small() || raw.small()) {
        hidden.add(raw.code());
        room += raw.count();
      } else {
        tellable.add(raw);
      }
    }
    if (hidden.isEmpty()) {
      return hidden;
    }
    for (int i = 0; i < tellable.size() && (i == 0 || room < LEAST - 1); i++) {
      hidden.add(tellable.get(i).code());
      room += tellable.get(i).count() - LEAST;
    }
    return hidden;
  }
}
