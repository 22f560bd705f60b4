package app.upline.incident;

import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.Kinds;
import app.upline.platform.fields.Reading;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts of a form of their own: contract numbers, references into other systems. */
final class IncidentFormats {

  /** CMS's own directory also holds numbers such as X0001 and 90091. */
  private static final Pattern CONTRACT = Pattern.compile("[A-Z0-9]\\d{4}");

  private static final Pattern PBP = Pattern.compile("\\d{3}");
  private static final Pattern SHORT_PBP = Pattern.compile("\\d{1,2}");
  private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#:-]*");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** A confirmation number may well be ten digits, as a phone number is. */
  private static final Set<PersonalDataKind> REFUSED =
      Set.of(PersonalDataKind.MBI, PersonalDataKind.SSN, PersonalDataKind.EMAIL);

  private IncidentFormats() {}

  static FieldKind<String> contractNumber() {
    return Kinds.form(
        1,
        20,
        text ->
            CONTRACT.matcher(text).matches()
                ? Reading.value(text)
                : Reading.bad(
                    "INVALID_CONTRACT",
                    "A contract number is a letter or digit and four digits, such as H0672."),
        text -> text.toUpperCase(Locale.ROOT),
        text -> text);
  }

  static FieldKind<String> pbp() {
    return Kinds.form(
        1,
        20,
        text ->
            PBP.matcher(text).matches()
                ? Reading.value(text)
                : Reading.bad("INVALID_PBP", "A PBP is three digits, such as 001."),
        IncidentFormats::withLeadingZeros,
        text -> text);
  }

  static Reading<String> reference(String text) {
    return REFERENCE.matcher(text).matches()
        ? Reading.value(text)
        : Reading.bad(
            "INVALID_REFERENCE", "Write letters, digits and dashes only, as the number is given.");
  }

  /**
   * Opaque, so never a name, which has no digit in it, nor a number by which a person is known
   * elsewhere. The value itself is never repeated in a message.
   */
  static Reading<String> beneficiaryReference(String text) {
    if (FreeTextScan.kinds(text).stream().anyMatch(REFUSED::contains)) {
      return Reading.bad(
          "PERSONAL_DATA_REFUSED",
          "This has the form of an MBI, a Social Security number or an e-mail address, which must not be sent here; give an application or confirmation number.");
    }
    return DIGIT.matcher(text).find()
        ? reference(text)
        : Reading.bad(
            "INVALID_REFERENCE",
            "An application or confirmation number has digits; a person's name must not be sent here.");
  }

  /** A spreadsheet drops the leading zeros of what was typed as a number. */
  private static String withLeadingZeros(String pbp) {
    return SHORT_PBP.matcher(pbp).matches() ? "0".repeat(3 - pbp.length()) + pbp : pbp;
  }
}
