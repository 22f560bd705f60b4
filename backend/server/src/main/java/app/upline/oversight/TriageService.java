package app.upline.oversight;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.people.Colleague;
import app.upline.identity.people.Colleagues;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The carrier's people work through what was disclosed to it. */
@Singleton
public final class TriageService {

  private static final int LONGEST = 2_000;

  private final Database database;
  private final TriageRows rows;
  private final FindingService findings;
  private final Colleagues colleagues;
  private final OversightEvents events;
  private final AuditTrail audit;
  private final Clock clock;

  TriageService(
      Database database,
      TriageRows rows,
      FindingService findings,
      Colleagues colleagues,
      OversightEvents events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.findings = findings;
    this.colleagues = colleagues;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  public Page<TriageItem> page(
      CurrentUser user, TriageFilter filter, ListOrder<TriageSort> order, PageRequest request) {
    return database.reading(() -> rows.page(user.carrierId(), filter, order, request));
  }

  public Optional<TriageItem> find(CurrentUser user, UUID incidentId) {
    return database.reading(() -> rows.find(user.carrierId(), incidentId));
  }

  /** Every step; empty when the carrier does not hold the incident. */
  public Optional<Page<TriageEvent>> history(
      CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () ->
            rows.find(user.carrierId(), incidentId)
                .map(item -> rows.history(user.carrierId(), incidentId, request)));
  }

  /** Assigns it to a person of the carrier who works on incidents, or unassigns it. */
  public Outcome<TriageItem> assign(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, @Nullable UUID assigneeId) {
    return take(
        user,
        incidentId,
        expected,
        TriageStep.ASSIGN,
        new RemarkText(null),
        false,
        item -> {
          if (assigneeId == null) {
            return Outcome.done(item.givenTo(null, null));
          }
          Optional<Colleague> colleague = colleagues.hold(user, assigneeId);
          if (colleague.isEmpty()) {
            return Outcome.invalid(
                "/assigneeId",
                "UNKNOWN_ASSIGNEE",
                "This is no active analyst or reviewer of the carrier.");
          }
          events.assigned(user, item, assigneeId);
          return Outcome.done(item.givenTo(assigneeId, colleague.get().name()));
        });
  }

  public Outcome<TriageItem> review(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, @Nullable String message) {
    return take(
        user,
        incidentId,
        expected,
        TriageStep.REVIEW,
        new RemarkText(message),
        false,
        Outcome::done);
  }

  /** Asks the agency for more; the message becomes a request that it sees. */
  public Outcome<TriageItem> await(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, @Nullable String message) {
    RemarkText remark = new RemarkText(message);
    return take(
        user,
        incidentId,
        expected,
        TriageStep.WAIT,
        remark,
        true,
        item -> {
          findings.request(user, item, remark.words());
          return Outcome.done(item);
        });
  }

  public Outcome<TriageItem> decide(
      CurrentUser user,
      UUID incidentId,
      ExpectedVersion expected,
      Conclusion.@Nullable Code code,
      @Nullable String reason) {
    RemarkText remark = new RemarkText(reason);
    return take(
        user,
        incidentId,
        expected,
        TriageStep.DECIDE,
        remark,
        false,
        item -> {
          List<Fault> faults = new ArrayList<>(remark.faults("/reason", LONGEST, true));
          if (code == null) {
            faults.add(new Fault("/conclusion", "REQUIRED", "Enter the carrier's conclusion."));
          }
          return code == null || !faults.isEmpty()
              ? Outcome.invalid(faults)
              : Outcome.done(
                  item.concluded(
                      new Conclusion(code, remark.words(), user.name(), clock.instant())));
        });
  }

  public Outcome<TriageItem> close(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, @Nullable String message) {
    return take(
        user,
        incidentId,
        expected,
        TriageStep.CLOSE,
        new RemarkText(message),
        false,
        item -> {
          findings.ended(item, user.carrierId());
          return Outcome.done(item);
        });
  }

  private Outcome<TriageItem> take(
      CurrentUser user,
      UUID incidentId,
      ExpectedVersion expected,
      TriageStep step,
      RemarkText message,
      boolean required,
      Function<TriageItem, Outcome<TriageItem>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          rows.lock(user.carrierId(), incidentId);
          Optional<TriageItem> found = rows.find(user.carrierId(), incidentId);
          if (found.isEmpty()) {
            return Outcome.notFound("incident");
          }
          TriageItem item = found.get();
          return expected.ifCurrent(
              item.version(), () -> taken(user, item, step, message, required, work));
        });
  }

  private Outcome<TriageItem> taken(
      CurrentUser user,
      TriageItem item,
      TriageStep step,
      RemarkText message,
      boolean required,
      Function<TriageItem, Outcome<TriageItem>> work) {
    if (!item.possible().contains(step)) {
      return Outcome.wrongState(item.refusal(step), item.possible());
    }
    // Those of a decision are told with what its conclusion lacks.
    List<Fault> faults =
        step == TriageStep.DECIDE ? List.of() : message.faults("/message", LONGEST, required);
    return faults.isEmpty()
        ? saved(user, item, step, message, work.apply(item.after(step)))
        : Outcome.invalid(faults);
  }

  private Outcome<TriageItem> saved(
      CurrentUser user,
      TriageItem before,
      TriageStep step,
      RemarkText message,
      Outcome<TriageItem> outcome) {
    if (outcome instanceof Outcome.Done<TriageItem>(TriageItem item)) {
      TriageItem next = item.nextVersion();
      rows.save(user, next, step, message.text(), clock.instant());
      audit.changed(
          "triage", next.incidentId(), next.incidentReference(), digest(before), digest(next));
      return Outcome.done(next);
    }
    return outcome;
  }

  private static String digest(TriageItem item) {
    Conclusion conclusion = item.conclusion();
    return Digest.of(
        item.version(),
        item.state(),
        item.assigneeId(),
        conclusion == null ? null : conclusion.code(),
        conclusion == null ? null : conclusion.reason());
  }
}
