package app.upline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.figures.Comparison.Cell;
import app.upline.figures.Suppression.Raw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Nothing that is told, taken together, tells a small count. */
class SuppressionPropertyTest {

  @Property(tries = 2_000)
  void aSmallCountIsNeverShown(
      @ForAll @Size(min = 2, max = 7) List<@LongRange(max = 40) Long> counts) {
    assertThat(told(counts)).allMatch(cell -> cell.count() == null || cell.count() >= 11);
  }

  /** A reader who knows the method, the total and all that is told cannot name a hidden count. */
  @Property(tries = 2_000)
  void everySmallCountMightAsWellBeAnother(
      @ForAll @Size(min = 2, max = 7) List<@LongRange(max = 40) Long> counts) {
    List<Cell> told = told(counts);
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) < 11 && sum(counts) >= 11) {
        assertThat(mightBeAnother(counts, told, i)).as("%s of %s", i, counts).isTrue();
      }
    }
  }

  @Property(tries = 2_000)
  void whatIsHiddenIsTogetherNotSmall(
      @ForAll @Size(min = 2, max = 7) List<@LongRange(max = 40) Long> counts) {
    List<Cell> told = told(counts);
    long hidden =
        IntStream.range(0, counts.size())
            .filter(i -> told.get(i).count() == null)
            .mapToLong(counts::get)
            .sum();
    if (sum(counts) >= 11 && told.stream().anyMatch(cell -> cell.count() == null)) {
      assertThat(hidden).isGreaterThanOrEqualTo(11);
      assertThat(told.stream().filter(cell -> cell.count() == null).count()).isGreaterThan(1);
    }
  }

  @Test
  void whatFewAgenciesMakeUpIsHiddenHoweverMuchItIs() {
    List<Cell> told =
        Suppression.cells(
            new Raw("ALL", 200, 5),
            List.of(new Raw("A", 50, 2), new Raw("B", 70, 4), new Raw("C", 80, 5)));
    assertThat(told).containsExactly(new Cell("A", null), new Cell("B", null), new Cell("C", 80L));
    assertThat(Suppression.total(new Raw("ALL", 200, 2))).isNull();
    assertThat(Suppression.total(new Raw("ALL", 10, 5))).isNull();
    assertThat(Suppression.total(new Raw("ALL", 11, 3))).isEqualTo(11);
  }

  @Test
  void nothingIsHiddenWhereNothingIsSmall() {
    assertThat(told(List.of(11L, 40L))).containsExactly(new Cell("0", 11L), new Cell("1", 40L));
  }

  private static boolean mightBeAnother(List<Long> counts, List<Cell> told, int small) {
    for (int other = 0; other < counts.size(); other++) {
      for (long value = 0; value < 11 && other != small; value++) {
        List<Long> world = new ArrayList<>(counts);
        world.set(small, value);
        world.set(other, counts.get(other) + counts.get(small) - value);
        if (value != counts.get(small) && world.get(other) >= 0 && told(world).equals(told)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Cell> told(List<Long> counts) {
    return Suppression.cells(
        new Raw("ALL", sum(counts), 3),
        IntStream.range(0, counts.size())
            .mapToObj(i -> new Raw(Integer.toString(i), counts.get(i), 3))
            .toList());
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
