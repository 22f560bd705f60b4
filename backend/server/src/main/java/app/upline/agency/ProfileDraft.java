package app.upline.agency;

import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is to be called, and where it is to stand, from a day on.
 *
 * @param uplineNpn null to leave the agency above it as it is
 * @param withoutUpline whether there is none any more
 */
public record ProfileDraft(
    @Nullable LocalDate effectiveFrom,
    @Nullable String name,
    @Nullable EntityType level,
    @Nullable String uplineNpn,
    @Nullable String uplineName,
    boolean withoutUpline) {

  static final int SHORTEST_NAME = 2;
  static final int LONGEST_NAME = 200;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final int DAYS_AHEAD = 366;
  private static final Pattern NPN = Pattern.compile("[1-9]\\d{0,9}");

  public ProfileDraft {
    name = name == null ? null : Words.tidy(name);
    uplineName = uplineName == null ? null : Words.tidy(uplineName);
  }

  /** Whether a text can be an NPN. */
  public static boolean isNpn(String text) {
    return NPN.matcher(text).matches();
  }

  /** What is wrong with a name, where something is. */
  public static List<Fault> nameFaults(String pointer, @Nullable String name) {
    if (name == null
        || name.codePointCount(0, name.length()) < SHORTEST_NAME
        || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      return List.of(new Fault(pointer, "LENGTH", "Give a name of 2 to 200 characters."));
    }
    return FreeTextScan.kinds(name).isEmpty()
        ? List.of()
        : List.of(new Fault(pointer, "PERSONAL_DATA", "Leave out what looks like personal data."));
  }

  /** What is wrong with it by itself. */
  List<Fault> faults(LocalDate today, String ownNpn) {
    List<Fault> faults = new ArrayList<>();
    if (effectiveFrom == null
        || effectiveFrom.isBefore(FIRST)
        || effectiveFrom.isAfter(today.plusDays(DAYS_AHEAD))) {
      faults.add(
          new Fault(
              "/effectiveFrom", "DATE_RANGE", "Give a day from 2000-01-01 to a year from now."));
    }
    faults.addAll(nameFaults("/name", name));
    if (level == null) {
      faults.add(new Fault("/level", "REQUIRED", "Choose the agency's level."));
    }
    if (uplineNpn == null) {
      if (uplineName != null) {
        faults.add(new Fault("/uplineNpn", "REQUIRED", "Give the NPN of the agency above, too."));
      }
      return faults;
    }
    if (withoutUpline) {
      faults.add(
          new Fault(
              "/withoutUpline", "CONTRADICTION", "Name an agency above, or say there is none."));
    }
    if (!isNpn(uplineNpn) || uplineNpn.equals(ownNpn)) {
      faults.add(
          new Fault(
              "/uplineNpn",
              "INVALID_NPN",
              "Give another agency's NPN: one to ten digits, the first of them not zero."));
    }
    faults.addAll(nameFaults("/uplineName", uplineName));
    return faults;
  }
}
