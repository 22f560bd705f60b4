package app.upline.oversight;

import app.upline.agency.ReportingCalendar;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Corrective action plans, from issue through evidence to validation. */
@Singleton
public final class PlanService {

  private static final String NOUN = "corrective action plan";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_REFERENCE = 300;
  private static final int MOST_EVIDENCE = 20;

  private final Database database;
  private final PlanRows rows;
  private final PlanWriting writing;
  private final PlanSubjects subjects;
  private final ReportingCalendar calendar;
  private final OversightEvents events;
  private final AuditTrail audit;
  private final Clock clock;

  PlanService(
      Database database,
      PlanRows rows,
      PlanWriting writing,
      PlanSubjects subjects,
      ReportingCalendar calendar,
      OversightEvents events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.writing = writing;
    this.subjects = subjects;
    this.calendar = calendar;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  public Page<Plan> page(
      CurrentUser user, PlanFilter filter, ListOrder<PlanSort> order, PageRequest request) {
    return database.reading(() -> rows.page(user, filter, order, request));
  }

  public Optional<Plan> find(CurrentUser user, UUID planId) {
    return database.reading(() -> rows.find(user, planId));
  }

  /** Every step; empty when there is no such plan. */
  public Optional<Page<PlanEvent>> history(CurrentUser user, UUID planId, PageRequest request) {
    return database.reading(
        () -> rows.find(user, planId).map(plan -> rows.history(planId, request)));
  }

  /** Issues a plan because of incidents that the carrier holds of the agency, or of none. */
  public Outcome<Plan> issue(CurrentUser user, PlanDraft draft) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          List<Fault> faults = new ArrayList<>(draft.faults(today(user)));
          if (faults.isEmpty()) {
            faults.addAll(subjects.unknown(user, draft));
          }
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          UUID id = writing.issue(user, draft, clock.instant());
          Plan issued = rows.find(user, id).orElseThrow();
          audit.changed("plan", id, issued.reference(), null, digest(issued));
          events.happened(issued, PlanStep.ISSUE);
          return Outcome.done(issued);
        });
  }

  /** The agency says what it did, and where the proof is. */
  public Outcome<Plan> submitEvidence(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      @Nullable String text,
      @Nullable String reference) {
    RemarkText words = new RemarkText(text);
    RemarkText place = new RemarkText(reference);
    return takeOnItem(
        user,
        planId,
        itemId,
        expected,
        PlanStep.SUBMIT_EVIDENCE,
        item -> {
          List<Fault> faults = new ArrayList<>(words.faults("/text", LONGEST, true));
          faults.addAll(place.faults("/reference", LONGEST_REFERENCE, false));
          if (item.evidence().size() >= MOST_EVIDENCE) {
            faults.add(
                new Fault(
                    "", "COUNT", "An item takes evidence %d times.".formatted(MOST_EVIDENCE)));
          }
          if (faults.isEmpty()) {
            writing.evidence(user, planId, itemId, words.words(), place.text(), clock.instant());
            writing.move(user, planId, item, PlanStep.SUBMIT_EVIDENCE, null, clock.instant());
          }
          return faults;
        });
  }

  public Outcome<Plan> accept(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      @Nullable String message) {
    return judge(user, planId, itemId, expected, PlanStep.ACCEPT, new RemarkText(message));
  }

  public Outcome<Plan> reject(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      @Nullable String message) {
    return judge(user, planId, itemId, expected, PlanStep.REJECT, new RemarkText(message));
  }

  /** Gives the agency more time for an item, for a reason. */
  public Outcome<Plan> extend(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      @Nullable LocalDate dueDate,
      @Nullable String message) {
    RemarkText reason = new RemarkText(message);
    return takeOnItem(
        user,
        planId,
        itemId,
        expected,
        PlanStep.EXTEND,
        item -> {
          List<Fault> faults = new ArrayList<>(reason.faults("/message", LONGEST, true));
          if (dueDate == null
              || !dueDate.isAfter(item.dueDate())
              || dueDate.isBefore(today(user))) {
            faults.add(
                new Fault(
                    "/dueDate",
                    "DUE_DATE",
                    "Give a date of today or later that is after %s.".formatted(item.dueDate())));
          } else if (faults.isEmpty()) {
            writing.extend(user, planId, item, dueDate, reason.words(), clock.instant());
          }
          return faults;
        });
  }

  private LocalDate today(CurrentUser user) {
    return LocalDate.ofInstant(clock.instant(), calendar.of(user.carrierId()).timeZone());
  }

  /** Validated: all items are accepted, and the carrier has seen that they work. */
  public Outcome<Plan> close(
      CurrentUser user, UUID planId, ExpectedVersion expected, @Nullable String message) {
    return end(user, planId, expected, PlanStep.CLOSE, new RemarkText(message));
  }

  public Outcome<Plan> cancel(
      CurrentUser user, UUID planId, ExpectedVersion expected, @Nullable String message) {
    return end(user, planId, expected, PlanStep.CANCEL, new RemarkText(message));
  }

  private Outcome<Plan> judge(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      PlanStep step,
      RemarkText message) {
    return takeOnItem(
        user,
        planId,
        itemId,
        expected,
        step,
        item -> {
          List<Fault> faults = message.faults("/message", LONGEST, step == PlanStep.REJECT);
          if (faults.isEmpty()) {
            writing.move(user, planId, item, step, message.text(), clock.instant());
          }
          return faults;
        });
  }

  private Outcome<Plan> end(
      CurrentUser user, UUID planId, ExpectedVersion expected, PlanStep step, RemarkText message) {
    return take(
        user,
        planId,
        expected,
        step,
        plan -> {
          if (!plan.possible().contains(step)) {
            return Outcome.wrongState(
                "%s %s and cannot be %s."
                    .formatted(plan.reference(), plan.state().is(), step.done()),
                plan.possible());
          }
          List<Fault> faults = message.faults("/message", LONGEST, true);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          writing.end(user, planId, step, message.words(), clock.instant());
          return Outcome.done(rows.find(user, planId).orElseThrow());
        });
  }

  /** Takes a step on an item, unless the work finds faults; then nothing is changed. */
  Outcome<Plan> takeOnItem(
      CurrentUser user,
      UUID planId,
      UUID itemId,
      ExpectedVersion expected,
      PlanStep step,
      Function<PlanItem, List<Fault>> work) {
    return take(
        user,
        planId,
        expected,
        step,
        plan -> {
          Optional<PlanItem> item = plan.item(itemId);
          if (item.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          List<PlanStep> possible = item.get().possible(plan.state().isOpen());
          if (!possible.contains(step)) {
            return Outcome.wrongState(
                "In this state the item cannot be %s.".formatted(step.done()), possible);
          }
          List<Fault> faults = work.apply(item.get());
          return faults.isEmpty()
              ? Outcome.done(rows.find(user, planId).orElseThrow())
              : Outcome.invalid(faults);
        });
  }

  private Outcome<Plan> take(
      CurrentUser user,
      UUID planId,
      ExpectedVersion expected,
      PlanStep step,
      Function<Plan, Outcome<Plan>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          rows.lock(user, planId);
          Optional<Plan> plan = rows.find(user, planId);
          if (plan.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          return expected.ifCurrent(
              plan.get().version(), () -> told(plan.get(), step, work.apply(plan.get())));
        });
  }

  /** Says to the trail, and to the other side, what was done. */
  private Outcome<Plan> told(Plan before, PlanStep step, Outcome<Plan> outcome) {
    if (outcome instanceof Outcome.Done<Plan>(Plan after)) {
      audit.changed("plan", after.id(), after.reference(), digest(before), digest(after));
      events.happened(after, step);
    }
    return outcome;
  }

  private static String digest(Plan plan) {
    return Digest.of(plan.id(), plan.version(), plan.state());
  }
}
