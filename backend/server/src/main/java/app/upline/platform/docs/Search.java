package app.upline.platform.docs;

import app.upline.platform.contract.OperationTexts;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds pages and operations that have every word that is asked for, anywhere in a word of theirs.
 * A word in a title counts more than any number of them in the text.
 */
@Singleton
final class Search {
  static final int LONGEST_QUERY = 100;
  private static final int MOST_WORDS = 8;
  private static final int MOST_HITS = 30;
  private static final int OF_A_TITLE = 100;
  private static final int MOST_OF_A_TEXT = 10;
  private static final int EXCERPT = 240;
  private static final int BEFORE_THE_WORD = 80;
  private static final Pattern AROUND_A_WORD = Pattern.compile("^\\p{Punct}+|\\p{Punct}+$");

  private final List<Searched> all;

  /** What was found, best first, and by which words. */
  record Found(String query, List<Pattern> words, List<Hit> hits) {}

  /**
   * One of them.
   *
   * @param excerpt of its text, where the words are
   */
  record Hit(Searched of, int score, String excerpt) {}

  Search(Guides guides, Manual manual, ProblemPages problems, OperationTexts operations) {
    all =
        Stream.of(
                guides.searched(),
                manual.searched(),
                problems.searched(),
                operations.texts().stream().map(Search::operation).toList())
            .flatMap(List::stream)
            .toList();
  }

  /** Whatever is beyond the longest query is not looked for. */
  Found find(String asked) {
    String query = Normalizer.normalize(first(LONGEST_QUERY, asked), Normalizer.Form.NFC).strip();
    List<Pattern> words = words(query);
    List<Hit> hits =
        words.isEmpty()
            ? List.of()
            : all.stream()
                .filter(one -> hasAll(words, one))
                .map(one -> new Hit(one, score(words, one), excerpt(words, one.text())))
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(MOST_HITS)
                .toList();
    return new Found(query, words, hits);
  }

  private static Searched operation(OperationTexts.Text text) {
    return new Searched(
        "Reference",
        text.summary(),
        "/docs/api#tag/" + text.tag().toLowerCase(Locale.ROOT).replace(' ', '-') + "/" + text.id(),
        "%s %s (%s). %s"
            .formatted(
                text.method(), text.path(), text.id(), MarkdownPage.words(text.description())));
  }

  /** Each is taken literally, whatever signs are in it. */
  private static List<Pattern> words(String query) {
    return Arrays.stream(query.split("\\s+"))
        .map(word -> AROUND_A_WORD.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MOST_WORDS)
        .map(
            word ->
                Pattern.compile(
                    word, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }

  private static boolean hasAll(List<Pattern> words, Searched one) {
    return words.stream()
        .allMatch(word -> word.matcher(one.title()).find() || word.matcher(one.text()).find());
  }

  private static int score(List<Pattern> words, Searched one) {
    return words.stream()
        .mapToInt(
            word ->
                ofTheTitle(word, one.title())
                    + (int) word.matcher(one.text()).results().limit(MOST_OF_A_TEXT).count())
        .sum();
  }

  /** More, the more of the title the word is. */
  private static int ofTheTitle(Pattern word, String title) {
    return word.matcher(title).find()
        ? OF_A_TITLE + OF_A_TITLE * word.pattern().length() / title.length()
        : 0;
  }

  /** From a little before the first of the words, cut between words of the text. */
  private static String excerpt(List<Pattern> words, String text) {
    int found =
        words.stream()
            .map(word -> word.matcher(text))
            .filter(Matcher::find)
            .mapToInt(Matcher::start)
            .min()
            .orElse(0);
    int from = found <= BEFORE_THE_WORD ? 0 : text.indexOf(' ', found - BEFORE_THE_WORD) + 1;
    if (from > found) {
      from = found;
    }
    String rest = text.substring(from);
    if (rest.length() <= EXCERPT) {
      return (from > 0 ? "… " : "") + rest;
    }
    int end = rest.lastIndexOf(' ', EXCERPT);
    return (from > 0 ? "… " : "") + first(end > 0 ? end : EXCERPT, rest) + " …";
  }

  /** No character is cut in two. */
  private static String first(int length, String text) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
