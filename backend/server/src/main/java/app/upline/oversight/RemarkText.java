package app.upline.oversight;

import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that a person writes down here, without the blanks around them. What is written is kept and
 * passed on, so it may hold no Medicare or Social Security number; an address or a phone number is
 * as often a colleague's.
 */
record RemarkText(@Nullable String text) {

  private static final int SHORTEST = 2;

  RemarkText {
    text = text == null || text.isBlank() ? null : text.strip();
  }

  List<Fault> faults(String pointer, int longest, boolean required) {
    if (text == null) {
      return required ? List.of(new Fault(pointer, "REQUIRED", "Enter a few words.")) : List.of();
    }
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > longest) {
      return List.of(new Fault(pointer, "LENGTH", "Enter 2 to %,d characters.".formatted(longest)));
    }
    Set<PersonalDataKind> kinds = FreeTextScan.kinds(text);
    return kinds.contains(PersonalDataKind.MBI) || kinds.contains(PersonalDataKind.SSN)
        ? List.of(
            new Fault(
                pointer,
                "PERSONAL_DATA",
                "Leave out what looks like a Medicare or Social Security number."))
        : List.of();
  }

  /** The words, which the faults have found present. */
  String words() {
    if (text == null) {
      throw new IllegalStateException("There are no words in a remark that was checked");
    }
    return text;
  }
}
