package app.upline.platform.personal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Medicare Beneficiary Identifier in the form CMS gives it: eleven characters, letters without S,
 * L, O, I, B and Z, no dashes.
 */
public record Mbi(String value) {

  /** A letter that CMS uses, and such a letter or a digit. */
  private static final String LETTER = "[AC-HJKMNP-RT-Y]";

  private static final String EITHER = "[AC-HJKMNP-RT-Y\\d]";

  private static final Pattern FORM =
      Pattern.compile(
          "[1-9]" + LETTER + EITHER + "\\d" + LETTER + EITHER + "\\d" + LETTER + LETTER + "\\d\\d");

  public Mbi {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("This is not a Medicare Beneficiary Identifier");
    }
  }

  /** Reads what a person typed: any case, with dashes or spaces or without. */
  public static Optional<Mbi> parse(String text) {
    String bare = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? Optional.of(new Mbi(bare)) : Optional.empty();
  }

  /** As the card shows it, {@code 1EG4-TE5-MK73}. */
  public String onCard() {
    return value.substring(0, 4) + "-" + value.substring(4, 7) + "-" + value.substring(7);
  }

  /**
   * Enough to tell two of a conversation apart and too little to look a person up by, {@code
   * 1EG4-***-**73}.
   */
  public String masked() {
    return value.substring(0, 4) + "-***-**" + value.substring(9);
  }

  /** Keeps it out of logs. */
  @Override
  public String toString() {
    return "Mbi[masked]";
  }
}
