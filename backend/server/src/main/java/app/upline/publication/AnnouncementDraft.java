package app.upline.publication;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a carrier is about to tell. */
public record AnnouncementDraft(
    @Nullable String title,
    @Nullable String body,
    Audience audience,
    boolean confirmationWanted,
    @Nullable LocalDate confirmBy,
    @Nullable Instant expiresAt) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST = 10_000;

  public AnnouncementDraft {
    title = title == null || title.isBlank() ? null : title.strip();
  }

  /**
   * What is wrong with it.
   *
   * @param zone where the carrier is, whose days count
   */
  List<Fault> faults(Instant now, ZoneId zone) {
    List<Fault> faults = new ArrayList<>();
    if (title == null) {
      faults.add(new Fault("/title", "REQUIRED", "Enter a title."));
    } else {
      int length = title.codePointCount(0, title.length());
      if (length < 2 || length > LONGEST_TITLE) {
        faults.add(
            new Fault("/title", "LENGTH", "Enter 2 to %d characters.".formatted(LONGEST_TITLE)));
      }
      PersonalNumbers.fault("/title", title).ifPresent(faults::add);
    }
    faults.addAll(new Markdown(body).faults("/body", LONGEST));
    faults.addAll(audience.faults("/audience"));
    if (confirmBy != null && !confirmationWanted) {
      faults.add(new Fault("/confirmBy", "NOT_EXPECTED", "No confirmation is asked for."));
    } else if (confirmBy != null && confirmBy.isBefore(LocalDate.ofInstant(now, zone))) {
      faults.add(new Fault("/confirmBy", "IN_THE_PAST", "This day has passed."));
    } else if (confirmBy != null
        && expiresAt != null
        && confirmBy.isAfter(LocalDate.ofInstant(expiresAt, zone))) {
      faults.add(
          new Fault(
              "/confirmBy",
              "AFTER_EXPIRY",
              "On this day the announcement can no longer be read; choose a day on which it can."));
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      faults.add(new Fault("/expiresAt", "IN_THE_PAST", "This time has passed."));
    }
    return faults;
  }

  String words() {
    return new Markdown(body).words();
  }
}
