package app.upline.agency;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A policy as a carrier's administrator announces it, nothing of it checked yet. */
@Serdeable.Deserializable
public record PolicyDraft(
    @Nullable LocalDate effectiveFrom,
    @Nullable String incidentDueDay,
    @Nullable Boolean nilIncidentReportWanted,
    ReportingPolicy.@Nullable Notice relationshipNotice,
    @Nullable Integer relationshipNoticeDays,
    @Nullable Boolean noRelationshipsDeclarationWanted,
    @Nullable Integer graceDays,
    @Nullable List<Integer> reminderDays,
    @Nullable String mailbox,
    @Nullable String attestationVersion,
    @Nullable String attestationWording) {

  private static final int MONTHS_AHEAD = 24;
  private static final int MOST_NOTICE_DAYS = 365;
  private static final int MOST_GRACE_DAYS = 28;
  private static final int MOST_REMINDERS = 5;
  private static final int EARLIEST_REMINDER = 60;
  private static final Pattern MAILBOX =
      Pattern.compile("(?=.{6,254}$)[^\\s@<>,;\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int SHORTEST_WORDING = 20;
  private static final int LONGEST_WORDING = 5_000;

  public PolicyDraft {
    mailbox = mailbox == null || mailbox.isBlank() ? null : mailbox.strip();
    attestationVersion = attestationVersion == null ? null : Words.tidy(attestationVersion);
    attestationWording = attestationWording == null ? null : attestationWording.strip();
  }

  /**
   * Everything that is wrong with it.
   *
   * @param today where the carrier is
   */
  List<Fault> faults(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    effectiveFromFault(today).ifPresent(faults::add);
    faults.addAll(faultsOfTerms());
    return faults;
  }

  /** Everything that is wrong with it as a carrier's first, which applies from when it likes. */
  public List<Fault> faultsOfFirst() {
    List<Fault> faults = new ArrayList<>();
    if (effectiveFrom == null || effectiveFrom.getDayOfMonth() != 1) {
      faults.add(
          new Fault(
              "/effectiveFrom",
              effectiveFrom == null ? "REQUIRED" : "NOT_FIRST_OF_MONTH",
              "Enter the first day of the month from which it applies."));
    }
    faults.addAll(faultsOfTerms());
    return faults;
  }

  /**
   * What is wrong with that of it by which months are due.
   *
   * @param today where the carrier is
   */
  List<Fault> faultsOfDueDays(LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    effectiveFromFault(today).ifPresent(faults::add);
    dueDayFault().ifPresent(faults::add);
    graceFault().ifPresent(faults::add);
    return faults;
  }

  private Optional<Fault> dueDayFault() {
    return incidentDueDay == null || !DueDay.isValid(incidentDueDay)
        ? Optional.of(
            new Fault(
                "/incidentDueDay",
                incidentDueDay == null ? "REQUIRED" : "INVALID_DUE_DAY",
                "Enter LAST_DAY, or a day from 1 to 28 of the following month."))
        : Optional.empty();
  }

  private Optional<Fault> graceFault() {
    return graceDays != null && (graceDays < 0 || graceDays > MOST_GRACE_DAYS)
        ? Optional.of(new Fault("/graceDays", "OUT_OF_RANGE", "0 to 28 days of grace."))
        : Optional.empty();
  }

  private List<Fault> faultsOfTerms() {
    List<Fault> faults = new ArrayList<>();
    dueDayFault().ifPresent(faults::add);
    required(faults, nilIncidentReportWanted, "/nilIncidentReportWanted");
    required(faults, noRelationshipsDeclarationWanted, "/noRelationshipsDeclarationWanted");
    noticeFault().ifPresent(faults::add);
    graceFault().ifPresent(faults::add);
    reminderFault().ifPresent(faults::add);
    if (mailbox != null && !MAILBOX.matcher(mailbox).matches()) {
      faults.add(
          new Fault(
              "/mailbox",
              "INVALID_EMAIL",
              "This is not an e-mail address; it needs the form name@company.com."));
    }
    attestationFaults(faults);
    return faults;
  }

  /** When its first months would be due; only once there is no fault in its due days. */
  List<MonthDue> firstMonths(int count) {
    YearMonth first = YearMonth.from(Objects.requireNonNull(effectiveFrom));
    DueDay dueDay = DueDay.parse(Objects.requireNonNull(incidentDueDay));
    int grace = graceDays == null ? 0 : graceDays;
    return IntStream.range(0, count)
        .mapToObj(month -> MonthDue.of(first.plusMonths(month), dueDay, grace))
        .toList();
  }

  /** The policy; only once there is no fault in it. */
  public ReportingPolicy policy() {
    return new ReportingPolicy(
        Objects.requireNonNull(effectiveFrom),
        Objects.requireNonNull(incidentDueDay),
        Objects.requireNonNull(nilIncidentReportWanted),
        Objects.requireNonNull(relationshipNotice),
        relationshipNoticeDays,
        Objects.requireNonNull(noRelationshipsDeclarationWanted),
        graceDays == null ? 0 : graceDays,
        reminderDays == null
            ? List.of()
            : reminderDays.stream().sorted(Comparator.reverseOrder()).toList(),
        mailbox,
        Objects.requireNonNull(attestationVersion),
        Objects.requireNonNull(attestationWording));
  }

  /** Months are governed whole, so policies change with them; and what is past is past. */
  private Optional<Fault> effectiveFromFault(LocalDate today) {
    String pointer = "/effectiveFrom";
    if (effectiveFrom == null) {
      return Optional.of(
          new Fault(
              pointer, "REQUIRED", "Enter the first day of the month from which it applies."));
    }
    if (!effectiveFrom.isAfter(today)) {
      return Optional.of(
          new Fault(
              pointer,
              "NOT_IN_FUTURE",
              "A policy is announced before it applies: the earliest day is %s."
                  .formatted(today.plusMonths(1).withDayOfMonth(1))));
    }
    if (effectiveFrom.getDayOfMonth() != 1) {
      return Optional.of(
          new Fault(
              pointer,
              "NOT_FIRST_OF_MONTH",
              "A policy applies to whole months: choose the first day of one."));
    }
    return effectiveFrom.isAfter(today.plusMonths(MONTHS_AHEAD))
        ? Optional.of(
            new Fault(pointer, "TOO_FAR_AHEAD", "At most 24 months ahead; agencies plan by it."))
        : Optional.empty();
  }

  private Optional<Fault> noticeFault() {
    if (relationshipNotice == null) {
      return Optional.of(
          new Fault("/relationshipNotice", "REQUIRED", "Enter AS_CHANGES_OCCUR or WITHIN_DAYS."));
    }
    boolean fits =
        switch (relationshipNotice) {
          case AS_CHANGES_OCCUR -> relationshipNoticeDays == null;
          case WITHIN_DAYS ->
              relationshipNoticeDays != null
                  && relationshipNoticeDays >= 1
                  && relationshipNoticeDays <= MOST_NOTICE_DAYS;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "/relationshipNoticeDays",
                "OUT_OF_RANGE",
                "1 to 365 days with WITHIN_DAYS, and none with AS_CHANGES_OCCUR."));
  }

  private Optional<Fault> reminderFault() {
    if (reminderDays == null) {
      return Optional.empty();
    }
    boolean fits =
        reminderDays.size() <= MOST_REMINDERS
            && new HashSet<>(reminderDays).size() == reminderDays.size()
            && reminderDays.stream()
                .allMatch(day -> day != null && day >= 1 && day <= EARLIEST_REMINDER);
    return fits
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "/reminderDays",
                "OUT_OF_RANGE",
                "At most five different numbers of days before the due date, each from 1 to 60."));
  }

  private void attestationFaults(List<Fault> faults) {
    if (attestationVersion == null || !VERSION.matcher(attestationVersion).matches()) {
      faults.add(
          new Fault(
              "/attestationVersion",
              attestationVersion == null ? "REQUIRED" : "INVALID_VERSION",
              "Enter a version of 1 to 40 letters, digits, dots, dashes or underscores."));
    }
    int length = attestationWording == null ? 0 : attestationWording.length();
    if (length < SHORTEST_WORDING || length > LONGEST_WORDING) {
      faults.add(
          new Fault(
              "/attestationWording",
              attestationWording == null ? "REQUIRED" : "LENGTH",
              "What the attester confirms, in 20 to 5,000 characters."));
    } else if (attestationWording != null) {
      PersonalNumbers.fault("/attestationWording", attestationWording).ifPresent(faults::add);
    }
  }

  private static void required(List<Fault> faults, @Nullable Object value, String pointer) {
    if (value == null) {
      faults.add(new Fault(pointer, "REQUIRED", "Enter true or false."));
    }
  }
}
