package app.upline.testing;

import java.util.Arrays;
import java.util.stream.Stream;

/** Two ways to write one text, which databases, languages and people do not all tell apart. */
public enum WaysToWrite {
  CASE("Case-ab", "cASE-AB", true),
  ACCENT("RESUM\u00C9-1", "RESUME-1", false),
  COMPOSED("caf\u00E9-1", "cafe\u0301-1", true),
  LONG_S("mas\u017F-1", "mass-1", true),
  KELVIN("\u212A-100", "k-100", true),
  SHARP_S("stra\u00DFe-1", "strasse-1", false),
  CAPITAL_SHARP_S("gro\u1E9E-1", "gro\u00DF-1", true),
  STROKE("\u0142-1", "l-1", false),
  FULL_WIDTH("\uFF21\uFF22-1", "AB-1", true),
  LIGATURE("\uFB01-1", "fi-1", true),
  FINAL_SIGMA("\u039F\u03A3", "\u03BF\u03C3", true),
  ZERO_WIDTH_SPACE("zero\u200B-1", "zero-1", true),
  SOFT_HYPHEN("soft\u00AD-1", "soft-1", true),
  LEFT_TO_RIGHT("mark\u200E-1", "mark-1", true),
  VARIATION("look\uFE0F-1", "look-1", true),
  JOINER("join\u034F-1", "join-1", true),
  TRAILING_BLANK("blank-1 ", "blank-1", true),
  NO_BREAK("no\u00A0break", "no break", true),
  IDEOGRAPHIC_BLANK("wide\u3000blank", "wide blank", true),
  EN_DASH("REL\u20132026\u20137KQ2\u2013000001", "REL-2026-7KQ2-000001", true),
  CYRILLIC("\u0410-1", "A-1", false),
  BEYOND_ONE_PLACE("\uD801\uDC00-1", "\uD801\uDC28-1", true);

  private final String one;
  private final String other;
  private final boolean same;

  WaysToWrite(String one, String other, boolean same) {
    this.one = one;
    this.other = other;
    this.same = same;
  }

  public String one() {
    return one;
  }

  public String other() {
    return other;
  }

  /** Whether a person takes the two for one. */
  public boolean isSame() {
    return same;
  }

  /** Every text of every pair. */
  public static Stream<String> texts() {
    return Arrays.stream(values()).flatMap(pair -> Stream.of(pair.one, pair.other));
  }
}
