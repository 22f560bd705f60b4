package app.upline.identity;

import app.upline.platform.text.Canonical;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be an address to sign in with, and the one form in which it is stored, found, counted
 * and mailed: compatibility forms and case make no difference, domains are written in ASCII (IDNA),
 * and what is invisible makes it no address. Accents do make a difference; an address with letters
 * beyond ASCII before the {@code @} is looked up as itself, but no account is created with one,
 * since mail reaches it only where every server on the way takes it.
 */
public final class EmailAddress {
  private static final int LENGTH = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s@\\p{Cntrl}<>,;:\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}\\p{M}-]+(\\.[\\p{L}\\p{N}\\p{M}-]+)+");

  /** IDNA of 2003 and of 2008 send mail to these domains to different places. */
  private static final Pattern TWO_DOMAINS = Pattern.compile("[\u00DF\u03C2]");

  /** The ideographic full stop parts the words of a domain, too. */
  private static final Pattern FULL_STOP = Pattern.compile("\u3002(?=[^@]*$)");

  private EmailAddress() {}

  /** Whether an account can be created with this address. */
  public static boolean isOne(String text) {
    return canonical(text).filter(EmailAddress::isAscii).isPresent();
  }

  /** The form by which it is stored and found; empty for what cannot be an address. */
  public static Optional<String> canonical(String typed) {
    String tidy = typed.strip();
    if (tidy.length() > LENGTH || Canonical.hidesSomething(tidy)) {
      return Optional.empty();
    }
    String folded = FULL_STOP.matcher(Canonical.of(tidy)).replaceAll(".");
    if (!FORM.matcher(folded).matches()) {
      return Optional.empty();
    }
    int at = folded.indexOf('@');
    return domain(folded.substring(at + 1))
        .map(domain -> folded.substring(0, at + 1) + domain)
        .filter(address -> address.length() <= LENGTH);
  }

  private static Optional<String> domain(String domain) {
    if (TWO_DOMAINS.matcher(domain).find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
