package app.upline.platform.personal;

import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a person must read personal data in clear. It is kept as it is, so no number may stand in it.
 */
public record RevealReason(String text) {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 500;

  public RevealReason(@Nullable String text) {
    this.text = text == null ? "" : Words.tidy(text);
  }

  /** What is wrong with it; empty when it will do. */
  public List<Fault> faults() {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      return List.of(
          new Fault(
              "/reason", "LENGTH", "Enter the reason for reading it, in 10 to 500 characters."));
    }
    Set<PersonalDataKind> kinds = FreeTextScan.kinds(text);
    return kinds.contains(PersonalDataKind.MBI) || kinds.contains(PersonalDataKind.SSN)
        ? List.of(
            new Fault(
                "/reason",
                "PERSONAL_DATA",
                "Leave out what looks like a Medicare or Social Security number."))
        : List.of();
  }
}
