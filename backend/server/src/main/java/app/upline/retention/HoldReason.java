package app.upline.retention;

import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why something is held, or is not any more, without the blanks around it. It goes into the audit
 * trail, which is kept for years, so it may hold no Medicare or Social Security number.
 */
record HoldReason(String text) {
  private static final String POINTER = "/reason";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 500;

  static HoldReason of(@Nullable String given) {
    return new HoldReason(given == null ? "" : given.strip());
  }

  List<Fault> faults() {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      return List.of(new Fault(POINTER, "LENGTH", "Enter a reason of 2 to 500 characters."));
    }
    Set<PersonalDataKind> kinds = FreeTextScan.kinds(text);
    return kinds.contains(PersonalDataKind.MBI) || kinds.contains(PersonalDataKind.SSN)
        ? List.of(
            new Fault(
                POINTER,
                "PERSONAL_DATA",
                "Leave out what looks like a Medicare or Social Security number."))
        : List.of();
  }
}
