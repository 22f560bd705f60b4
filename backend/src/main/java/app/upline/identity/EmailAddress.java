package app.upline.identity;

import java.util.regex.Pattern;

/** What can be an address to sign in with. */
public final class EmailAddress {
  private static final int LENGTH = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private EmailAddress() {}

  public static boolean isOne(String text) {
    return text.length() <= LENGTH && FORM.matcher(text).matches();
  }
}
