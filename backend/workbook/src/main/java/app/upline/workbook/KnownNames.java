package app.upline.workbook;

import app.upline.workbook.HeadingMatcher.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are called, taken apart for comparison with headings.
 *
 * @param exact by {@link HeadingText#compact}
 * @param withoutHints by {@link HeadingText#withoutHints}
 * @param words by the column's key
 */
record KnownNames(
    Map<String, Match> exact,
    Map<String, @Nullable Match> withoutHints,
    Map<String, List<HeadingWords>> words) {

  /** A column, as far as its names go. */
  private record Named(String key, String header, List<String> aliases) {}

  /**
   * Taking hundreds of names apart takes longer than to read a small sheet. The tables are part of
   * the program, and few; what a carrier adds to one of them is values.
   */
  private static final Map<List<Named>, KnownNames> LEARNED = new ConcurrentHashMap<>();

  static KnownNames of(Columns columns) {
    return LEARNED.computeIfAbsent(
        columns.all().stream()
            .map(column -> new Named(column.key(), column.header(), column.aliases()))
            .toList(),
        KnownNames::learned);
  }

  private static KnownNames learned(List<Named> columns) {
    KnownNames names = new KnownNames(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
    for (Named column : columns) {
      names.learn(column.header(), new Match(column.key(), Confidence.EXACT, 3));
    }
    for (Named column : columns) {
      for (String alias : column.aliases()) {
        names.learn(alias, new Match(column.key(), Confidence.ALIAS, 2));
      }
    }
    return names;
  }

  private void learn(String name, Match match) {
    exact.putIfAbsent(HeadingText.compact(name), match);
    // A name that is only unique with its brackets is not looked for without them.
    withoutHints.merge(
        HeadingText.withoutHints(name),
        match,
        (known, other) ->
            known.key().equals(other.key()) ? known : new Match("", Confidence.NONE, 0));
    words.computeIfAbsent(match.key(), key -> new ArrayList<>()).add(HeadingWords.of(name));
  }
}
