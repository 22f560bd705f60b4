package app.upline.platform.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that a caller meant who wrote another. */
public final class Nearest {
  private Nearest() {}

  /** A sentence that names the nearest of the known names, or all of them where none is near. */
  public static String hint(String written, Collection<String> known) {
    if (known.isEmpty()) {
      return "There are none here.";
    }
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= Math.max(2, name.length() / 3))
        .map(name -> "Did you mean “%s”?".formatted(name))
        .orElseGet(() -> "Known here: %s.".formatted(String.join(", ", known)));
  }

  /** How many letters are to be changed, put in, left out or swapped with their neighbor. */
  private static int distance(String one, String other) {
    String a = one.substring(0, Math.min(100, one.length())).toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
