package app.upline.submission;

import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Faults of texts that seem to hold personal data, whatever is submitted; never what was found. */
final class SuspectedTexts {
  private static final String CODE = "PERSONAL_DATA_SUSPECTED";

  private SuspectedTexts() {}

  /** In an item, until the agency says why it may stay. */
  static Fault fault(String pointer, Set<PersonalDataKind> kinds) {
    return new Fault(
        pointer,
        CODE,
        "It seems to hold %s. Remove it, or give the reason for keeping it (freeTextReason)."
            .formatted(labels(kinds)));
  }

  /** What the attester writes goes to the carrier too; a reason needs no personal data. */
  static List<Fault> in(Reasons reasons) {
    List<Fault> faults = new ArrayList<>();
    if (reasons.freeText() != null) {
      Set<PersonalDataKind> kinds = FreeTextScan.kinds(reasons.freeText());
      if (!kinds.isEmpty()) {
        faults.add(
            new Fault(
                "/freeTextReason",
                CODE,
                "It seems to hold %s. Give the reason without repeating it."
                    .formatted(labels(kinds))));
      }
    } else if (reasons.late() != null) {
      Set<PersonalDataKind> kinds = FreeTextScan.kinds(reasons.late());
      if (!kinds.isEmpty()) {
        faults.add(fault("/lateReason", kinds));
      }
    }
    return faults;
  }

  private static String labels(Set<PersonalDataKind> kinds) {
    return kinds.stream()
        .sorted()
        .map(PersonalDataKind::label)
        .collect(Collectors.joining(" and "));
  }
}
