package app.upline.relationship;

import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.Kinds;
import app.upline.platform.fields.Reading;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of a form of their own: numbers that are text, addresses, phones. */
public final class Formats {

  private static final Pattern NPN = Pattern.compile("[1-9]\\d{0,9}");
  private static final Pattern EIN = Pattern.compile("(\\d{2})-?(\\d{7})");
  private static final Pattern SSN = Pattern.compile("\\d{3}-\\d{2}-\\d{4}|\\d{3} \\d{2} \\d{4}");
  private static final Pattern ZIP = Pattern.compile("(\\d{5})(?:-?(\\d{4}))?");
  private static final Pattern SHORT_ZIP = Pattern.compile("\\d{3,4}");

  /**
   * The rule that browsers use for e-mail fields (HTML Living Standard), and a domain with a dot.
   */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int NORTH_AMERICA = 1;

  /** How the number is said to be one, and how one calls abroad. */
  private static final Pattern DIALLED = Pattern.compile("^(?i:tel:)?\\s*(?:\\+|011)?");

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Formats() {}

  /** A National Producer Number. */
  public static FieldKind<String> npn() {
    return Kinds.form(1, 40, Formats::readNpn);
  }

  static FieldKind<String> ein() {
    return Kinds.form(1, 40, Formats::readEin);
  }

  static FieldKind<String> zip() {
    return Kinds.form(1, 20, Formats::readZip, Formats::withLeadingZeros, text -> text);
  }

  static FieldKind<String> country() {
    return Kinds.vocabulary(1, 60, Formats::readCountry);
  }

  static FieldKind<String> email() {
    return Kinds.form(1, 254, Formats::readEmail);
  }

  static FieldKind<String> phone() {
    return Kinds.form(1, 40, Formats::readPhone, text -> text, Formats::showPhone);
  }

  static FieldKind<String> website() {
    return Kinds.form(1, 300, Formats::readWebsite);
  }

  private static Reading<String> readNpn(String text) {
    return NPN.matcher(text).matches()
        ? Reading.value(text)
        : Reading.bad("INVALID_NPN", "An NPN is one to ten digits and does not begin with zero.");
  }

  /**
   * The value itself is never repeated in a message: it may be a person's Social Security number.
   */
  private static Reading<String> readEin(String text) {
    if (SSN.matcher(text).matches()) {
      return Reading.bad(
          "SSN_REFUSED",
          "This has the form of a Social Security number, which must not be sent; give the EIN, or leave it blank.");
    }
    var match = EIN.matcher(text);
    return match.matches()
        ? Reading.value(match.group(1) + "-" + match.group(2))
        : Reading.bad("INVALID_EIN", "An EIN is nine digits, such as 54-4873297.");
  }

  private static Reading<String> readZip(String text) {
    var match = ZIP.matcher(text);
    if (match.matches()) {
      return Reading.value(
          match.group(2) == null ? match.group(1) : match.group(1) + "-" + match.group(2));
    }
    return Reading.bad(
        "INVALID_ZIP",
        "A ZIP code is five digits, or nine with a dash, such as 02108 or 02108-1234.");
  }

  /**
   * A spreadsheet drops the leading zeros of a ZIP code that was typed as a number; they are put
   * back.
   */
  private static String withLeadingZeros(String zip) {
    return SHORT_ZIP.matcher(zip).matches() ? "0".repeat(5 - zip.length()) + zip : zip;
  }

  private static Reading<String> readCountry(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (COUNTRIES.contains(code)) {
      return Reading.value(code);
    }
    if (Set.of("USA", "UNITED STATES", "UNITED STATES OF AMERICA").contains(code)) {
      return Reading.value("US");
    }
    return Set.of(Locale.getISOCountries()).stream()
        .filter(iso -> Locale.of("", iso).getDisplayCountry(Locale.US).equalsIgnoreCase(text))
        .findFirst()
        .map(Reading::value)
        .orElseGet(
            () ->
                Reading.bad(
                    "UNKNOWN_COUNTRY", "Give the country's two letters, such as US or PH."));
  }

  private static Reading<String> readEmail(String text) {
    return EMAIL.matcher(text).matches()
        ? Reading.value(text.toLowerCase(Locale.ROOT))
        : Reading.bad(
            "INVALID_EMAIL", "This is not an e-mail address; it needs the form name@company.com.");
  }

  /**
   * With its area code, so that it means the same everywhere. A number of the North American plan
   * must be one that can be given out; elsewhere only its length is checked.
   */
  private static Reading<String> readPhone(String text) {
    try {
      PhoneNumber number = PHONES.parse(text, "US");
      boolean valid =
          number.getCountryCode() == NORTH_AMERICA
              ? PHONES.isValidNumber(number) && hasTenDigits(text)
              : PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
      if (valid && !number.hasExtension()) {
        return Reading.value(PHONES.format(number, PhoneNumberFormat.E164));
      }
    } catch (NumberParseException e) {
      // said below, in words for a clerk
    }
    return Reading.bad(
        "INVALID_PHONE",
        "This is not a phone number; give ten digits with the area code, or + and the country code, without an extension.");
  }

  /** Letters stand for digits, as on a telephone; the parser passes over what it cannot use. */
  private static boolean hasTenDigits(String text) {
    String digits = DIALLED.matcher(text).replaceFirst("");
    digits = PhoneNumberUtil.convertAlphaCharactersInNumber(digits).replaceAll("[^0-9]", "");
    return digits.length() == 10 || digits.length() == 11 && digits.startsWith("1");
  }

  private static String showPhone(String e164) {
    try {
      PhoneNumber number = PHONES.parse(e164, "US");
      return number.getCountryCode() == 1
          ? PHONES.format(number, PhoneNumberFormat.NATIONAL)
          : PHONES.format(number, PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  /**
   * CMS looks at these sites, so they must be public: a host name, no address, no user name, https.
   */
  private static Reading<String> readWebsite(String text) {
    String full =
        SCHEME.matcher(text).matches() && !text.matches("[^/]*:\\d+(/.*)?")
            ? text
            : "https://" + text;
    try {
      URI uri = new URI(full);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      if (!"https".equalsIgnoreCase(uri.getScheme())) {
        return Reading.bad("INVALID_WEBSITE", "The address must begin with https://.");
      }
      if (uri.getUserInfo() == null && HOST.matcher(host).matches()) {
        String rest = full.substring(full.indexOf("//") + 2);
        int path = rest.indexOf('/');
        return Reading.value(
            "https://"
                + (path < 0
                    ? rest.toLowerCase(Locale.ROOT)
                    : rest.substring(0, path).toLowerCase(Locale.ROOT) + rest.substring(path)));
      }
    } catch (URISyntaxException e) {
      // said below
    }
    return Reading.bad(
        "INVALID_WEBSITE",
        "This is not a public web address; it needs the form https://www.company.com.");
  }
}
