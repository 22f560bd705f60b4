package app.upline.platform.listing;

import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which people look a row up: facets of their own, and text to compare with. */
public final class Terms {

  /** How much of a word is kept. */
  public static final int LONGEST = 60;

  private static final String FACET = "term:";

  private Terms() {}

  /** The words, each once and none too long for the index. */
  public static Set<String> of(Collection<String> words) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .map(Terms::cut)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The facet of a word, or of the beginning of one. */
  public static String facet(String word) {
    return FACET + word;
  }

  /** What a person typed, as words to be found. */
  public static List<String> ofQuery(String query) {
    return Words.ofQuery(query).stream().map(Terms::cut).distinct().toList();
  }

  /**
   * The terms, each with a space before it, so that the beginning of a word can be found with LIKE.
   */
  public static String searchText(Set<String> terms) {
    return terms.stream().map(term -> " " + term).collect(Collectors.joining());
  }

  /** Wants every word of the query in a column that holds a {@link #searchText}. */
  public static Sql everyWord(Sql filters, String query, String column) {
    ofQuery(query).forEach(word -> filters.add("and " + column + " like ?", "% " + word + "%"));
    return filters;
  }

  /** The longest word finds the fewest rows; without any word, none are found. */
  static String driving(String query) {
    return ofQuery(query).stream()
        .max(Comparator.comparingInt(String::length))
        .orElse(FacetIndex.END);
  }

  /** The beginning of a word; a character that needs two places is kept whole or not at all. */
  public static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    boolean apart = Character.isHighSurrogate(word.charAt(LONGEST - 1));
    return word.substring(0, apart ? LONGEST - 1 : LONGEST);
  }
}
