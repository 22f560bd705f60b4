package app.upline.search;

import app.upline.platform.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person typed into the box.
 *
 * @param text without the blanks around it
 */
public record SearchQuery(String text) {

  /** A number as people write it, with blanks between its groups. */
  private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d\\s().+/-]{5,}");

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z]{3}(-|\\d)[0-9A-Za-z-]*");

  private static final Pattern RECEIPT = Pattern.compile("(?i)RCP[0-9A-Z-]*");

  public SearchQuery {
    text = Words.tidy(text);
  }

  /** For lists that look for the beginnings of words: a number of several groups is one word. */
  public String words() {
    return NUMBER.matcher(text).matches() ? Words.squeeze(text) : text;
  }

  /** Each word by itself, as lists compare it. */
  public List<String> eachWord() {
    return Words.ofQuery(words());
  }

  /** Whether it may be the beginning of a reference such as {@code SUB-2026-7KQ2-000012}. */
  public boolean isReference() {
    return REFERENCE.matcher(text).matches();
  }

  /** Whether it may be the beginning of a receipt number. */
  public boolean isReceipt() {
    return RECEIPT.matcher(text).matches();
  }

  /** As references and receipt numbers are written. */
  public String code() {
    return text.toUpperCase(Locale.ROOT);
  }
}
