package app.upline.platform.code;

import java.util.Locale;

/** Codes as words, in files for people. */
public final class CodeWords {

  private CodeWords() {}

  /** {@code SUBMITTED_ON_TIME} is “Submitted on time”. */
  public static String of(Enum<?> code) {
    String words = code.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
