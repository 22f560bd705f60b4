package app.upline.workbook;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a heading that say what it is about, for comparison with those of a known name. A
 * word too many makes it another heading: the effective date of an insurance is not that of a
 * relationship.
 *
 * @param telling the words without those that say nothing
 * @param written all words of the heading
 */
record HeadingWords(Set<String> telling, Set<String> written) {

  private static final Pattern BRACKETED =
      Pattern.compile("\\(([^)]*)\\)|\\[([^\\]]*)]|\\{([^}]*)}");
  private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern JOINT = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern POSSESSIVE = Pattern.compile("['\u2019]s\\b");

  /** What a hint in brackets may say without changing what the heading is about. */
  private static final Set<String> HINTS =
      words(
          "required optional mandatory if any applicable when available known please enter select"
              + " choose pick one all that apply list format mm dd yy yyyy m d y n yes no or and text"
              + " number numeric date digits digit characters chars max maximum min minimum e g eg ex"
              + " example separated separate by comma commas semicolon semicolons multiple us usa use"
              + " only see instructions below above dropdown drop down from the a an of to as in with"
              + " without dashes dash hyphen s is legal full complete registered mmm ddd xx xxx xxxx"
              + " nn free true false blank leave unknown");

  /** Words that carry no meaning of their own. */
  private static final Set<String> FILLERS =
      words(
          "a an the of for if any is or and please enter provide give list what which who select"
              + " choose s does do was were are in to at on it its their this that e");

  /** Every row is of one of these, so that a heading says no more by saying so. */
  private static final Set<String> SUBJECTS =
      words(
          "vendor vendors tpmo tpmos subcontractor subcontractors company companies entity entities"
              + " business businesses organization organization firm supplier third party current"
              + " main primary official full complete");

  /** A date of the contract is one of the relationship. */
  private static final Set<String> BONDS = words("contract agreement relationship");

  private static final Set<String> DATED = words("date start end begin term termination effective");

  /** Words that one letter makes of words of ours. */
  private static final Set<String> WORDS_OF_THEIR_OWN =
      words(
          "status stated contract contracts contact contacts county lumber severed reserved season"
              + " treason funded retail retails funding binding content convent farmed defective"
              + " elective affective junction effected infected onshore states state stare estates"
              + " skates compact strict career carrier person parson recovery letter latter region");

  private static final int SHORTEST_MISSPELLED = 6;
  private static final double EXACTLY = 1.0;

  static HeadingWords of(String text) {
    String folded = POSSESSIVE.matcher(fold(text)).replaceAll("");
    Set<String> written = words(BRACKETED.matcher(folded).replaceAll(" "));
    Set<String> bracketed = new LinkedHashSet<>();
    for (Matcher bracket = BRACKETED.matcher(folded); bracket.find(); ) {
      bracketed.addAll(words(bracket.group()));
    }
    bracketed.removeIf(HeadingWords::isHint);
    written.addAll(bracketed);
    Set<String> telling = new LinkedHashSet<>(written);
    telling.removeAll(FILLERS);
    telling.removeAll(SUBJECTS);
    if (telling.stream().anyMatch(DATED::contains) && telling.size() > 1) {
      Set<String> withoutBonds = new LinkedHashSet<>(telling);
      withoutBonds.removeAll(BONDS);
      // The date of an agreement is nothing but that.
      telling = withoutBonds.size() > 1 || withoutBonds.isEmpty() ? withoutBonds : telling;
    }
    return new HeadingWords(telling, written);
  }

  /** Whether what stands in brackets, if anything does, only says how to fill the column in. */
  static boolean hasOnlyHints(String text) {
    for (Matcher bracket = BRACKETED.matcher(fold(text)); bracket.find(); ) {
      if (!words(bracket.group()).stream().allMatch(HeadingWords::isHint)) {
        return false;
      }
    }
    return true;
  }

  /** How much the two say the same: 1 exactly, 0 not. */
  double likeness(HeadingWords name) {
    if (name.telling.isEmpty() || telling.size() != name.telling.size()) {
      return 0;
    }
    double likeness = EXACTLY;
    Set<String> left = new LinkedHashSet<>(name.telling);
    Set<String> unknown = new LinkedHashSet<>(telling);
    unknown.removeIf(left::remove);
    for (String word : List.copyOf(unknown)) {
      if (left.removeIf(known -> stem(known).equals(stem(word)))) {
        unknown.remove(word);
        likeness -= 0.05;
      }
    }
    if (unknown.size() > 1) {
      return 0;
    }
    if (unknown.size() == 1) {
      if (!isMisspelled(unknown.iterator().next(), left.iterator().next())) {
        return 0;
      }
      likeness -= 0.15;
    }
    Set<String> more = new LinkedHashSet<>(written);
    more.removeAll(name.written);
    more.removeAll(FILLERS);
    return likeness - 0.01 * Math.min(5, more.size());
  }

  /** Whether it says what the name says, and more. */
  boolean contains(HeadingWords name) {
    return !name.telling.isEmpty() && telling.containsAll(name.telling);
  }

  private static boolean isMisspelled(String word, String known) {
    return Math.min(word.length(), known.length()) >= SHORTEST_MISSPELLED
        && word.charAt(0) == known.charAt(0)
        && !WORDS_OF_THEIR_OWN.contains(word)
        && !WORDS_OF_THEIR_OWN.contains(stem(word))
        && isOneEditAway(word, known);
  }

  /** One letter more, less or other, or two changed places. */
  private static boolean isOneEditAway(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    String a = one.substring(same);
    String b = other.substring(same);
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length() == 1;
    }
    return a.substring(1).equals(b)
        || b.substring(1).equals(a)
        || a.substring(1).equals(b.substring(1))
        || a.length() > 1
            && b.length() > 1
            && a.charAt(0) == b.charAt(1)
            && a.charAt(1) == b.charAt(0)
            && a.substring(2).equals(b.substring(2));
  }

  private static String stem(String word) {
    return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isHint(String word) {
    return HINTS.contains(word) || word.chars().allMatch(Character::isDigit);
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(Arrays.asList(SEPARATOR.split(text)));
    words.remove("");
    return words;
  }

  private static String fold(String text) {
    // Joined words of forms that are made by programs: startDate, Start_Date.
    String apart = JOINT.matcher(text).replaceAll(" ");
    return HeadingText.withoutMarks(
            apart.replace("e-mail", "email").replace("E-mail", "Email").replace("E-Mail", "Email"))
        .toLowerCase(Locale.ROOT);
  }
}
