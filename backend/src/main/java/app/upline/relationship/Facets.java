package app.upline.relationship;

import app.upline.platform.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Under which keys of the inverted index a relationship is found. */
public final class Facets {

  static final String TERM = "term:";

  private static final int LONGEST_WORD = 60;

  /** Legal forms say nothing about which company it is. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(llc|inc|incorporated|corp|corporation|company|co|ltd|limited|lp|llp|pllc|pc)");

  private Facets() {}

  /** Every facet of a revision. */
  public static Set<String> of(String reference, RelationshipDetails details) {
    Set<String> facets = new LinkedHashSet<>();
    facets.add(state(details.address().state()));
    facets.add(type(details.entityType()));
    facets.add(status(details.status()));
    details.functions().forEach(function -> facets.add(function(function)));
    facets.add(name(details.legalName()));
    terms(reference, details).forEach(term -> facets.add(TERM + term));
    facets.remove("");
    return facets;
  }

  /** The words by which people look the revision up. */
  static Set<String> terms(String reference, RelationshipDetails details) {
    Set<String> terms = new LinkedHashSet<>(Words.of(details.legalName()));
    details.tradeNames().forEach(name -> terms.addAll(Words.of(name)));
    terms.add(Words.squeeze(reference));
    if (details.ownReference() != null) {
      terms.add(Words.squeeze(details.ownReference()));
    }
    if (details.npn() != null) {
      terms.add(details.npn());
    }
    if (details.ein() != null) {
      terms.add(Words.squeeze(details.ein()));
    }
    terms.remove("");
    return terms.stream().map(Facets::cut).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The terms, each with a space before it, so that the beginning of a word can be found with LIKE.
   */
  static String searchText(Set<String> terms) {
    return terms.stream().map(term -> " " + term).collect(Collectors.joining());
  }

  /** What a person typed, as words to be found. */
  public static List<String> queryWords(String query) {
    return Words.ofQuery(query).stream().map(Facets::cut).distinct().toList();
  }

  public static String state(@Nullable UsState state) {
    return state == null ? "" : "state:" + state.name();
  }

  public static String type(EntityType type) {
    return "type:" + type.name();
  }

  public static String status(RelationshipStatus status) {
    return "status:" + status.name();
  }

  public static String function(TpmoFunction function) {
    return "function:" + function.name();
  }

  /**
   * The name without legal form, case and punctuation: two rows with the same one may be the same
   * entity.
   */
  public static String name(String legalName) {
    String words =
        Words.ofQuery(legalName).stream()
            .filter(word -> !LEGAL_FORM.matcher(word).matches())
            .collect(Collectors.joining());
    String key = words.isEmpty() ? Words.squeeze(legalName) : words;
    return "name:" + key.substring(0, Math.min(key.length(), LONGEST_WORD));
  }

  /** The functions as bits, for filtering rows already at hand. */
  static int bits(List<TpmoFunction> functions) {
    return functions.stream().mapToInt(Facets::bit).sum();
  }

  public static int bit(TpmoFunction function) {
    return 1 << function.ordinal();
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }
}
