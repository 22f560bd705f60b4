package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.identity.User;
import app.upline.identity.UserAdministration;
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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The carrier's people work through what was disclosed to it. */
@Singleton
public final class TriageService {

  private static final int LONGEST = 2_000;

  private final Database database;
  private final TriageRows rows;
  private final FindingService findings;
  private final UserAdministration people;
  private final Clock clock;

  TriageService(
      Database database,
      TriageRows rows,
      FindingService findings,
      UserAdministration people,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.findings = findings;
    this.people = people;
    this.clock = clock;
  }

  public Page<TriageItem> page(CurrentUser user, TriageFilter filter, PageRequest request) {
    return database.reading(() -> rows.page(user.carrierId(), filter, request));
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

  /** Gives it to somebody of the carrier who works on incidents, or to nobody. */
  public Outcome<TriageItem> assign(
      CurrentUser user, UUID incidentId, IntConsumer seen, @Nullable UUID assigneeId) {
    return take(
        user,
        incidentId,
        seen,
        TriageStep.ASSIGN,
        new Remark(null),
        false,
        item -> {
          if (assigneeId == null) {
            return new Outcome.Done<>(item.givenTo(null, null));
          }
          Optional<User> colleague =
              people.find(user, assigneeId).filter(TriageService::worksOnIncidents);
          return colleague.isEmpty()
              ? Outcome.refused(
                  "/assigneeId",
                  "UNKNOWN_ASSIGNEE",
                  "This is no active analyst or reviewer of the carrier.")
              : new Outcome.Done<>(item.givenTo(assigneeId, colleague.get().name()));
        });
  }

  public Outcome<TriageItem> review(
      CurrentUser user, UUID incidentId, IntConsumer seen, @Nullable String message) {
    return take(
        user, incidentId, seen, TriageStep.REVIEW, new Remark(message), false, Outcome.Done::new);
  }

  /** Asks the agency for more; the message becomes a request that it sees. */
  public Outcome<TriageItem> await(
      CurrentUser user, UUID incidentId, IntConsumer seen, @Nullable String message) {
    Remark remark = new Remark(message);
    return take(
        user,
        incidentId,
        seen,
        TriageStep.WAIT,
        remark,
        true,
        item -> {
          findings.request(user, item, remark.words());
          return new Outcome.Done<>(item);
        });
  }

  public Outcome<TriageItem> decide(
      CurrentUser user,
      UUID incidentId,
      IntConsumer seen,
      Conclusion.@Nullable Code code,
      @Nullable String reason) {
    Remark remark = new Remark(reason);
    return take(
        user,
        incidentId,
        seen,
        TriageStep.DECIDE,
        new Remark(null),
        false,
        item -> {
          List<Fault> faults = new ArrayList<>(remark.faults("/reason", LONGEST, true));
          if (code == null) {
            faults.add(new Fault("/conclusion", "REQUIRED", "Say what the carrier concludes."));
          }
          return code == null || !faults.isEmpty()
              ? new Outcome.Refused<>(faults)
              : new Outcome.Done<>(
                  item.concluded(
                      new Conclusion(code, remark.words(), user.name(), clock.instant())));
        });
  }

  public Outcome<TriageItem> close(
      CurrentUser user, UUID incidentId, IntConsumer seen, @Nullable String message) {
    return take(
        user, incidentId, seen, TriageStep.CLOSE, new Remark(message), false, Outcome.Done::new);
  }

  private Outcome<TriageItem> take(
      CurrentUser user,
      UUID incidentId,
      IntConsumer seen,
      TriageStep step,
      Remark message,
      boolean required,
      Function<TriageItem, Outcome<TriageItem>> work) {
    return database.writingUnless(
        Outcome::isRefusal,
        () -> {
          rows.lock(user.carrierId(), incidentId);
          Optional<TriageItem> found = rows.find(user.carrierId(), incidentId);
          if (found.isEmpty()) {
            return new Outcome.NotFound<>();
          }
          TriageItem item = found.get();
          seen.accept(item.version());
          if (!item.possible().contains(step)) {
            return new Outcome.WrongState<>(
                item.refusal(step), item.possible().stream().map(TriageStep::name).toList());
          }
          List<Fault> faults = message.faults("/message", LONGEST, required);
          return faults.isEmpty()
              ? saved(user, step, message, work.apply(item.after(step)))
              : new Outcome.Refused<>(faults);
        });
  }

  private Outcome<TriageItem> saved(
      CurrentUser user, TriageStep step, Remark message, Outcome<TriageItem> outcome) {
    if (outcome instanceof Outcome.Done<TriageItem>(TriageItem item)) {
      TriageItem next = item.nextVersion();
      rows.save(user, next, step, message.text(), clock.instant());
      return new Outcome.Done<>(next);
    }
    return outcome;
  }

  private static boolean worksOnIncidents(User user) {
    return user.active()
        && (user.roles().contains(Role.CARRIER_ANALYST)
            || user.roles().contains(Role.CARRIER_REVIEWER));
  }
}
