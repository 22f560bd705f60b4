package app.upline.agency;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A carrier ends contracts with agencies, and begins them again. */
@Singleton
public class AgencyContracts {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final int DAYS_AHEAD = 731;
  private static final int SHORTEST = 2;
  private static final int LONGEST = 500;

  private final Database database;
  private final AgencyLock lock;
  private final Directory directory;
  private final ContractTerms terms;
  private final CarrierRows carriers;
  private final List<ContractListener> listeners;
  private final Events events;
  private final AuditTrail audit;
  private final Clock clock;

  AgencyContracts(
      Database database,
      AgencyLock lock,
      Directory directory,
      ContractTerms terms,
      CarrierRows carriers,
      List<ContractListener> listeners,
      Events events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.lock = lock;
    this.directory = directory;
    this.terms = terms;
    this.carriers = carriers;
    this.listeners = List.copyOf(listeners);
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is wrong with the first day of a contract. */
  public static List<Fault> startFaults(String pointer, @Nullable LocalDate day, LocalDate today) {
    return day == null || day.isBefore(FIRST) || day.isAfter(today.plusDays(DAYS_AHEAD))
        ? List.of(
            new Fault(pointer, "DATE_RANGE", "Give a day from 2000-01-01 to two years from now."))
        : List.of();
  }

  /**
   * Says on which day the contract ends, or ended; said again, it replaces what was said before.
   *
   * @param endsOn its last day
   */
  public Outcome<Agency> end(
      CurrentUser user,
      UUID agencyId,
      ExpectedVersion expected,
      @Nullable LocalDate endsOn,
      @Nullable String reason) {
    return change(
        user,
        agencyId,
        expected,
        contract -> {
          List<Fault> faults = endFaults(contract, endsOn, reason);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          AgencyContract ended =
              dated(user.carrierId(), contract.startsOn(), endsOn, String.valueOf(reason).strip());
          return Outcome.done(ended);
        },
        EventType.CONTRACT_ENDED,
        String.valueOf(endsOn));
  }

  /**
   * Renews a contract that has an end. One that starts again on the day after its end is the same
   * contract, without an end.
   */
  public Outcome<Agency> renew(
      CurrentUser user, UUID agencyId, ExpectedVersion expected, @Nullable LocalDate startsOn) {
    return change(
        user,
        agencyId,
        expected,
        contract -> {
          LocalDate endsOn = contract.endsOn();
          if (endsOn == null) {
            return Outcome.wrongState("This contract has no end: there is nothing to renew.");
          }
          List<Fault> faults =
              new ArrayList<>(startFaults("/startsOn", startsOn, today(user.carrierId())));
          if (startsOn != null && !startsOn.isAfter(endsOn)) {
            faults.add(
                new Fault("/startsOn", "DATE_ORDER", "Give a day after %s.".formatted(endsOn)));
          }
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          boolean goesOn = endsOn.plusDays(1).equals(startsOn);
          if (!goesOn) {
            terms.keep(agencyId, user.carrierId(), contract);
          }
          return Outcome.done(
              dated(user.carrierId(), goesOn ? contract.startsOn() : startsOn, null, null));
        },
        EventType.CONTRACT_BEGUN,
        String.valueOf(startsOn));
  }

  private interface Step {
    Outcome<AgencyContract> after(AgencyContract contract);
  }

  private Outcome<Agency> change(
      CurrentUser user,
      UUID agencyId,
      ExpectedVersion expected,
      Step step,
      EventType told,
      String day) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(agencyId);
          Optional<Agency> seen = directory.agency(user, agencyId);
          if (seen.isEmpty()) {
            return Outcome.notFound("agency");
          }
          return expected.ifCurrent(
              seen.get().tag(),
              () -> {
                AgencyContract before = terms.lock(agencyId, user.carrierId()).orElseThrow();
                return step.after(before)
                    .map(
                        after -> {
                          changed(agencyId, user.carrierId(), before, after);
                          events.publish(
                              Event.of(
                                  told,
                                  agencyId,
                                  user.carrierId(),
                                  Subject.of(SubjectKind.CARRIER, user.carrierId(), day)));
                          return directory.agency(user, agencyId).orElseThrow();
                        });
              });
        });
  }

  /** Writes it, and lets the rooms know that have duties by it. In a transaction. */
  void changed(UUID agencyId, UUID carrierId, AgencyContract before, AgencyContract after) {
    Optional<Instant> since = terms.outOfForceSince(agencyId, carrierId);
    terms.save(agencyId, carrierId, after, clock.instant());
    if (!before.inForce() && after.inForce()) {
      for (ContractListener listener : listeners) {
        since.ifPresentOrElse(
            moment -> listener.renewed(agencyId, carrierId, moment),
            () -> listener.contracted(agencyId, carrierId));
      }
    }
    AuditedObject object =
        new AuditedObject("contract", agencyId, null, digest(before), digest(after));
    audit.changed(List.of(object));
    audit.alsoFor(agencyId, "A contract with a carrier was changed.", List.of(object));
  }

  private AgencyContract dated(
      UUID carrierId,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable String reason) {
    return new AgencyContract(
        startsOn, endsOn, reason, isInForce(startsOn, endsOn, today(carrierId)), 0);
  }

  static boolean isInForce(
      @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, LocalDate today) {
    return (startsOn == null || !startsOn.isAfter(today))
        && (endsOn == null || !endsOn.isBefore(today));
  }

  private List<Fault> endFaults(
      AgencyContract contract, @Nullable LocalDate endsOn, @Nullable String reason) {
    List<Fault> faults = new ArrayList<>();
    LocalDate first = contract.startsOn() == null ? FIRST : contract.startsOn();
    if (endsOn == null
        || endsOn.isBefore(first)
        || endsOn.isAfter(LocalDate.now(clock).plusDays(DAYS_AHEAD))) {
      faults.add(
          new Fault(
              "/endsOn",
              "DATE_RANGE",
              "Give a day from %s to two years from now.".formatted(first)));
    }
    String words = reason == null ? "" : reason.strip();
    int length = words.codePointCount(0, words.length());
    if (length < SHORTEST || length > LONGEST) {
      faults.add(new Fault("/reason", "LENGTH", "Enter 2 to 500 characters."));
    } else if (!FreeTextScan.kinds(words).isEmpty()) {
      faults.add(new Fault("/reason", "PERSONAL_DATA", "Leave out what looks like personal data."));
    }
    return faults;
  }

  private LocalDate today(UUID carrierId) {
    return LocalDate.ofInstant(
        clock.instant(), ZoneId.of(carriers.find(carrierId).orElseThrow().timeZone()));
  }

  private static String digest(AgencyContract contract) {
    return Digest.of(
        contract.startsOn(), contract.endsOn(), contract.endReason(), contract.inForce());
  }
}
