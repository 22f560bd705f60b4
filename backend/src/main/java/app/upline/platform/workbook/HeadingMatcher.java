package app.upline.platform.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes a column for each heading of a row; no column is proposed twice. */
final class HeadingMatcher {

  /** "Start date" must not be taken for "Term date", which shares one word of two. */
  private static final double RESEMBLES = 0.6;

  private record Match(String key, Confidence confidence, double score) {}

  private record Proposal(int heading, Match match) {}

  private final Columns columns;
  private final Map<String, Match> exact = new HashMap<>();
  private final Map<String, @Nullable Match> withoutHints = new HashMap<>();

  HeadingMatcher(Columns columns) {
    this.columns = columns;
    for (Column column : columns.all()) {
      learn(column.header(), new Match(column.key(), Confidence.EXACT, 2));
    }
    for (Column column : columns.all()) {
      column
          .aliases()
          .forEach(alias -> learn(alias, new Match(column.key(), Confidence.ALIAS, 1.5)));
    }
  }

  /** Every name that is known, as {@link HeadingText#compact} has it. */
  Set<String> names() {
    return exact.keySet();
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

  /** The headings with their proposals: certain ones first, then the best of the rest. */
  List<Heading> propose(List<Heading> headings) {
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Match certain = certain(headings.get(i).text());
      if (certain != null) {
        proposals.add(new Proposal(i, certain));
      } else {
        proposals.addAll(guesses(i, headings.get(i).text()));
      }
    }
    // The sort is stable, so of two equal headings the left one wins.
    proposals.sort(
        Comparator.comparingDouble((Proposal proposal) -> proposal.match().score()).reversed());
    List<Heading> result = new ArrayList<>(headings);
    Set<String> taken = new HashSet<>();
    Set<Integer> done = new HashSet<>();
    for (Proposal proposal : proposals) {
      if (!done.contains(proposal.heading()) && taken.add(proposal.match().key())) {
        done.add(proposal.heading());
        Match match = proposal.match();
        result.set(
            proposal.heading(),
            headings.get(proposal.heading()).as(match.key(), match.confidence()));
      }
    }
    return result;
  }

  private void learn(String name, Match match) {
    exact.putIfAbsent(HeadingText.compact(name), match);
    // A name that is only unique with its brackets is not looked for without them.
    withoutHints.merge(
        HeadingText.withoutHints(name),
        match,
        (known, other) ->
            known.key().equals(other.key()) ? known : new Match("", Confidence.NONE, 0));
  }

  private @Nullable Match certain(String text) {
    Match match = exact.get(HeadingText.compact(text));
    if (match == null) {
      match = withoutHints.get(HeadingText.withoutHints(text));
    }
    return match == null || match.confidence() == Confidence.NONE ? null : match;
  }

  private List<Proposal> guesses(int heading, String text) {
    List<Proposal> found = new ArrayList<>();
    for (Column column : columns.all()) {
      double score = HeadingText.resemblance(text, column.header());
      for (String alias : column.aliases()) {
        score = Math.max(score, HeadingText.resemblance(text, alias));
      }
      if (score >= RESEMBLES && !columns.identifying().contains(column.key())) {
        found.add(new Proposal(heading, new Match(column.key(), Confidence.GUESS, score)));
      }
    }
    return found;
  }
}
