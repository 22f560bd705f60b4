package app.upline.platform.personal;

import app.upline.platform.validation.Fault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers by which a beneficiary is known, for texts that others read and where a finding
 * cannot be overridden: names, references, remarks. An address or a phone number in these is as
 * often a business's.
 */
public final class PersonalNumbers {
  public static final String CODE = "PERSONAL_DATA_REFUSED";
  public static final String MESSAGE =
      "Leave out what looks like a Medicare or Social Security number.";

  private PersonalNumbers() {}

  /** Which of the two kinds there are. */
  public static Set<PersonalDataKind> kinds(String text) {
    Set<PersonalDataKind> kinds = EnumSet.noneOf(PersonalDataKind.class);
    FreeTextScan.numbers(text).forEach(finding -> kinds.add(finding.kind()));
    return kinds;
  }

  public static boolean areIn(String text) {
    return !FreeTextScan.numbers(text).isEmpty();
  }

  /** The fault of a text with one; the text is not in it. */
  public static Optional<Fault> fault(String pointer, String text) {
    return areIn(text) ? Optional.of(new Fault(pointer, CODE, MESSAGE)) : Optional.empty();
  }
}
