package app.upline.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a column for each heading of a row. No column is proposed twice: where several headings
 * name it equally well none is read as it, since only people know which is meant.
 */
final class HeadingMatcher {

  /** Guesses that differ by less are equally good. */
  private static final double ABOUT_EQUAL = 0.045;

  /** What a heading is read as, and how surely. */
  record Match(String key, Confidence confidence, double score) {}

  private record Proposal(int place, Match match) {}

  private final Columns columns;
  private final KnownNames known;

  HeadingMatcher(Columns columns) {
    this.columns = columns;
    this.known = KnownNames.of(columns);
  }

  /** Every name that is known, as {@link HeadingText#compact} has it. */
  Set<String> names() {
    return known.exact().keySet();
  }

  /** How many headings name a column beyond doubt. */
  int certain(List<Heading> headings) {
    Set<String> keys = new HashSet<>();
    for (Heading heading : headings) {
      Match match = certain(heading.text());
      if (match != null) {
        keys.add(match.key());
      }
    }
    return keys.size();
  }

  /**
   * The headings with their proposals.
   *
   * @param taken keys of columns that are not to be proposed
   */
  List<Heading> propose(List<Heading> headings, Set<String> taken) {
    Map<String, List<Proposal>> byKey = new LinkedHashMap<>();
    Set<Integer> ofSurvey = SurveyHeadings.of(headings);
    for (int i = 0; i < headings.size(); i++) {
      Match match = match(headings.get(i), ofSurvey);
      if (match != null) {
        byKey.computeIfAbsent(match.key(), key -> new ArrayList<>()).add(new Proposal(i, match));
      }
    }
    List<Heading> result =
        new ArrayList<>(headings.stream().map(h -> h.as(null, Confidence.NONE)).toList());
    byKey.forEach(
        (key, proposals) -> {
          proposals.sort(Comparator.comparingDouble((Proposal p) -> p.match().score()).reversed());
          boolean decided =
              !taken.contains(key)
                  && (proposals.size() == 1
                      || proposals.get(0).match().score() - proposals.get(1).match().score()
                          > ABOUT_EQUAL);
          for (Proposal proposal : proposals) {
            Heading heading = headings.get(proposal.place());
            boolean read = decided && proposal == proposals.getFirst();
            result.set(
                proposal.place(),
                read
                    ? heading.as(key, confidence(heading, proposal, ofSurvey))
                    : heading.claiming(key));
          }
        });
    return result;
  }

  /** Headings that say what a column's name says, and more. */
  List<Heading> resembling(String key, List<Heading> headings) {
    List<HeadingWords> names = known.words().getOrDefault(key, List.of());
    return headings.stream()
        .filter(heading -> names.stream().anyMatch(HeadingWords.of(heading.text())::contains))
        .toList();
  }

  private static Confidence confidence(Heading heading, Proposal proposal, Set<Integer> ofSurvey) {
    return ofSurvey.contains(heading.index()) ? Confidence.GUESS : proposal.match().confidence();
  }

  private @Nullable Match match(Heading heading, Set<Integer> ofSurvey) {
    Match certain = certain(heading.text());
    if (certain == null) {
      return guess(heading.text());
    }
    // Called as a survey calls its own columns, it is no surer than another name.
    return ofSurvey.contains(heading.index())
        ? new Match(certain.key(), Confidence.GUESS, 2)
        : certain;
  }

  private @Nullable Match certain(String text) {
    Match match = known.exact().get(HeadingText.compact(text));
    if (match == null && HeadingWords.hasOnlyHints(text)) {
      match = known.withoutHints().get(HeadingText.withoutHints(text));
    }
    return match == null || match.confidence() == Confidence.NONE ? null : match;
  }

  /** The column that it resembles most; none where it resembles two as much. */
  private @Nullable Match guess(String text) {
    HeadingWords heading = HeadingWords.of(text);
    Match best = null;
    boolean ambiguous = false;
    for (SheetColumn column : columns.all()) {
      double score =
          known.words().get(column.key()).stream().mapToDouble(heading::likeness).max().orElse(0);
      if (score > 0 && !columns.identifying().contains(column.key())) {
        ambiguous = best != null && score == best.score();
        if (best == null || score > best.score()) {
          best = new Match(column.key(), Confidence.GUESS, score);
        }
      }
    }
    return ambiguous ? null : best;
  }
}
