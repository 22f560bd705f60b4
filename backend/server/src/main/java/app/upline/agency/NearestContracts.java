package app.upline.agency;

import java.util.Comparator;
import java.util.List;

/** The contracts whose numbers look most like one that is not there: what people mistype. */
final class NearestContracts {

  private static final int SHOWN = 3;
  private static final int FURTHEST = 2;

  private final List<Contract> contracts;

  NearestContracts(List<Contract> contracts) {
    this.contracts = contracts;
  }

  List<Contract> to(String number) {
    return contracts.stream()
        .map(contract -> new Candidate(contract, distance(number, contract.number())))
        .filter(candidate -> candidate.distance() <= FURTHEST)
        .sorted(
            Comparator.comparingInt(Candidate::distance)
                .thenComparing(candidate -> candidate.contract().number()))
        .limit(SHOWN)
        .map(Candidate::contract)
        .toList();
  }

  private record Candidate(Contract contract, int distance) {}

  /**
   * How many slips lead from one to the other: a wrong, a missing or a surplus character, or two
   * that changed places (optimal string alignment).
   */
  static int distance(String typed, String right) {
    int[][] slips = new int[typed.length() + 1][right.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int wrong = typed.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        slips[i][j] =
            Math.min(slips[i - 1][j - 1] + wrong, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        if (i > 1
            && j > 1
            && typed.charAt(i - 1) == right.charAt(j - 2)
            && typed.charAt(i - 2) == right.charAt(j - 1)) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[typed.length()][right.length()];
  }
}
