package app.upline.platform.personal;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks for personal data in what people wrote. It tells kinds and places, never the value. It errs
 * on the side of finding: a person can say that a finding is none, but cannot take back what was
 * sent. The time it takes grows with the length of the text and with nothing else: no pattern here
 * can go back over more than a few dozen characters.
 */
public final class FreeTextScan {

  /** Neither before nor after may the word go on. */
  private static final String BEGIN = "(?<![\\p{L}\\p{N}])";

  private static final String END = "(?![\\p{L}\\p{N}])";

  /** The same separator twice; the groups that were never given out are left alone. */
  private static final Pattern SSN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(?!000)\\d{3}((?!, )[-./_\\\\|:~*·•, ]{1,3})(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\p{L}\\p{N}]|[-./]\\d)");

  /** Every digit apart, by the same each time; a count from one to nine is none. */
  private static final Pattern SSN_SPACED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<!\\d[-./_ ]{1,2})(?!0\\D{1,2}0\\D{1,2}0|1\\D{1,2}2\\D{1,2}3\\D{1,2}4)\\d([-./_ ]{1,2})(?:\\d\\1){7}\\d(?![\\p{L}\\p{N}]|[-./_ ]{1,2}\\d)");

  /** Nine digits in a row are as often something else; a word before them decides. */
  private static final Pattern NINE_DIGITS = Pattern.compile(BEGIN + "(?!000)\\d{9}" + END);

  private static final Pattern SSN_NAMED =
      Pattern.compile("(?i)\\bssn?\\b|\\bsoc(?:ial)?\\b|\\bitin\\b");
  private static final int NAMED_WITHIN = 30;

  /** No number that is looked for has fewer that are digits and not letters taken for one. */
  private static final int FEWEST_DIGITS = 3;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}+@[\\p{L}\\p{N}-]{1,63}+(?:\\.[\\p{L}\\p{N}-]{1,63}+)++");

  /** Our own references; some of them would make a phone number in Washington, D.C. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\b[A-Z]{3}-\\d{4}-[0-9A-Z]{4}-\\d{6,}");

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private FreeTextScan() {}

  /** What was found, by place; findings do not overlap. */
  public static List<PersonalDataFinding> of(String text) {
    FoldedText folded = new FoldedText(text);
    String plain = folded.text();
    Findings found = new Findings(folded);
    numbers(plain, found);
    NINE_DIGITS
        .matcher(plain)
        .results()
        .filter(match -> isNamedBefore(plain, match.start()))
        .forEach(match -> found.add(PersonalDataKind.SSN, match));
    EMAIL.matcher(plain).results().forEach(match -> found.add(PersonalDataKind.EMAIL, match));
    PHONES
        .findNumbers(withoutReferences(plain), "US")
        .forEach(match -> found.add(PersonalDataKind.PHONE, match.start(), match.end()));
    return found.byPlace();
  }

  /** Medicare numbers, and Social Security numbers in a form that is nothing else's. */
  static List<PersonalDataFinding> numbers(String text) {
    FoldedText folded = new FoldedText(text);
    Findings found = new Findings(folded);
    numbers(folded.text(), found);
    return found.byPlace();
  }

  private static void numbers(String plain, Findings found) {
    if (plain.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
      return;
    }
    new MbiSearch(plain)
        .find()
        .forEach(range -> found.add(PersonalDataKind.MBI, range.start(), range.end()));
    SSN.matcher(plain).results().forEach(match -> found.add(PersonalDataKind.SSN, match));
    SSN_SPACED.matcher(plain).results().forEach(match -> found.add(PersonalDataKind.SSN, match));
  }

  /** Which kinds there are. */
  public static Set<PersonalDataKind> kinds(String text) {
    return of(text).stream().map(PersonalDataFinding::kind).collect(Collectors.toUnmodifiableSet());
  }

  /** The text with every finding replaced by its kind in brackets, such as {@code [MBI]}. */
  public static String redact(String text) {
    return redact(text, of(text));
  }

  /** The same with the numbers of beneficiaries alone; addresses and phone numbers stay. */
  public static String redactNumbers(String text) {
    if (text.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
      return text;
    }
    return redact(
        text,
        of(text).stream()
            .filter(
                finding ->
                    finding.kind() == PersonalDataKind.MBI
                        || finding.kind() == PersonalDataKind.SSN)
            .toList());
  }

  private static String redact(String text, List<PersonalDataFinding> findings) {
    if (findings.isEmpty()) {
      return text;
    }
    StringBuilder redacted = new StringBuilder(text.length());
    int done = 0;
    for (PersonalDataFinding finding : findings) {
      redacted.append(text, done, finding.start()).append(mask(finding.kind()));
      done = finding.end();
    }
    return redacted.append(text, done, text.length()).toString();
  }

  /** What stands in a redacted text for a finding of this kind. */
  public static String mask(PersonalDataKind kind) {
    return "[" + kind + "]";
  }

  /** The same length, so that places stay what they are. */
  private static String withoutReferences(String text) {
    return REFERENCE.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
  }

  private static boolean isNamedBefore(String text, int start) {
    return SSN_NAMED.matcher(text.substring(Math.max(0, start - NAMED_WITHIN), start)).find();
  }

  /** Of two findings at the same place the one that was looked for first stays. */
  private static final class Findings {
    private final FoldedText folded;
    private final List<PersonalDataFinding> all = new ArrayList<>();

    Findings(FoldedText folded) {
      this.folded = folded;
    }

    void add(PersonalDataKind kind, MatchResult match) {
      add(kind, match.start(), match.end());
    }

    void add(PersonalDataKind kind, int start, int end) {
      all.add(folded.finding(kind, start, end));
    }

    List<PersonalDataFinding> byPlace() {
      List<PersonalDataFinding> kept = new ArrayList<>();
      all.sort(
          Comparator.comparingInt(PersonalDataFinding::start)
              .thenComparing(PersonalDataFinding::kind));
      for (PersonalDataFinding finding : all) {
        if (kept.isEmpty() || !kept.getLast().overlaps(finding.start(), finding.end())) {
          kept.add(finding);
        } else if (finding.kind().compareTo(kept.getLast().kind()) < 0) {
          kept.set(kept.size() - 1, finding);
        }
      }
      return List.copyOf(kept);
    }
  }
}
