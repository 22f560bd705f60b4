package app.upline.submission;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import app.upline.submission.CommentRow.WaitsFor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a remark, by both sides, until it is resolved. Each word is added, and none is
 * overwritten.
 */
@Singleton
public final class ConversationService {

  private static final String NOUN = "remark";

  /** People with more to say to each other should pick up the phone. */
  private static final int MOST_ENTRIES = 100;

  private final Database database;
  private final CommentRows rows;
  private final CommentEntryRows entries;
  private final CommentReading reading;
  private final CommentedIncidents incidents;
  private final DisclosableTypes kinds;
  private final SubmissionEvents events;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ConversationService(
      Database database,
      CommentRows rows,
      CommentEntryRows entries,
      CommentReading reading,
      CommentedIncidents incidents,
      DisclosableTypes kinds,
      SubmissionEvents events,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.entries = entries;
    this.reading = reading;
    this.incidents = incidents;
    this.kinds = kinds;
    this.events = events;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Comment> find(CurrentUser user, UUID id) {
    return database.reading(() -> reading.find(user, id).map(comment -> comment.seenBy(user)));
  }

  /**
   * All remarks on an incident, in whatever submission or on the incident itself, oldest first;
   * empty when the incident is not in the caller's sight.
   */
  public Optional<Page<Comment>> onIncident(
      CurrentUser user, UUID incidentId, PageRequest request) {
    return database.reading(
        () ->
            incidents.isInSightOf(user, incidentId)
                ? Optional.of(reading.ofIncident(user, incidentId, request))
                : Optional.empty());
  }

  /** Remarks on an incident that the carrier holds; the agency sees it at once. */
  public Outcome<Comment> remark(
      CurrentUser user, UUID incidentId, @Nullable String pointer, @Nullable String text) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<CommentedIncidents.Held> held = incidents.heldBy(user.carrierId(), incidentId);
          if (held.isEmpty()) {
            return Outcome.notFound("incident");
          }
          String words = ReasonText.tidy(text);
          List<Fault> faults = new ArrayList<>();
          ReasonText.fault("/text", words, true).ifPresent(faults::add);
          if (pointer != null && !kinds.of(SubmissionKind.INCIDENTS).isField(pointer)) {
            faults.add(new Fault("/pointer", "UNKNOWN_FIELD", "No incident has such a field."));
          }
          return words == null || !faults.isEmpty()
              ? Outcome.invalid(faults)
              : Outcome.done(write(user, held.get(), incidentId, pointer, words));
        });
  }

  /** Says something to a remark, or changes where it stands. */
  public Outcome<Comment> act(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      CommentAction action,
      @Nullable String text) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Comment> found = reading.lock(user, id);
          if (found.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          return expected.ifCurrent(
              found.get().version(), () -> act(user, found.get(), action, ReasonText.tidy(text)));
        });
  }

  private Outcome<Comment> act(
      CurrentUser user, Comment comment, CommentAction action, @Nullable String words) {
    if (!comment.possibleFor(user).contains(action)) {
      return Outcome.wrongState(refusal(user, comment, action), comment.possibleFor(user));
    }
    if (comment.version() >= MOST_ENTRIES && action == CommentAction.ANSWER) {
      return Outcome.wrongState(
          "So much was said to this remark that no more can be added.", comment.possibleFor(user));
    }
    Optional<Fault> fault = ReasonText.fault("/text", words, !action.needsNoText());
    if (fault.isPresent()) {
      return Outcome.invalid(List.of(fault.get()));
    }
    Comment after = add(user, comment, action, words);
    tell(action, after);
    audit.changed(
        "comment", comment.id(), comment.place().name(), comment.digest(), after.digest());
    return Outcome.done(after.seenBy(user));
  }

  private static String refusal(CurrentUser user, Comment comment, CommentAction action) {
    boolean anothers =
        action.isForTheAuthor()
            && user.kind() == action.side()
            && CommentAction.from(comment.state()).contains(action);
    return anothers
        ? "Only its author can have this remark %s.".formatted(action.done())
        : "This remark %s and cannot be %s.".formatted(comment.state().is(), action.done());
  }

  private Comment add(
      CurrentUser user, Comment comment, CommentAction action, @Nullable String words) {
    CommentEntryRow row =
        new CommentEntryRow(
            comment.id(),
            comment.version() + 1,
            action,
            words,
            user.kind(),
            user.id(),
            user.name(),
            now());
    entries.save(row);
    Comment after = comment.after(row.entry());
    database.update(
        Sql.of(
            "update submission_comment set state = ?, version = ?, waits_for = ? where id = ? and version = ?",
            after.state(),
            after.version(),
            waitsFor(after),
            comment.id(),
            comment.version()));
    return after;
  }

  private static WaitsFor waitsFor(Comment comment) {
    return switch (comment.state()) {
      case OPEN -> comment.told() == null ? WaitsFor.NOBODY : WaitsFor.AGENCY;
      case ANSWERED -> WaitsFor.CARRIER;
      case RESOLVED, WITHDRAWN -> WaitsFor.NOBODY;
    };
  }

  /** The agency learns of nothing that is said before it sees the remark. */
  private void tell(CommentAction action, Comment comment) {
    if (comment.told() == null) {
      return;
    }
    switch (action) {
      case ANSWER -> events.answered(comment);
      case WRITE, CORRECT, REOPEN -> events.remarked(comment);
      case RESOLVE -> events.resolved(comment);
      case WITHDRAW -> {
        // nothing is to be done any more
      }
    }
  }

  private Comment write(
      CurrentUser user,
      CommentedIncidents.Held held,
      UUID incidentId,
      @Nullable String pointer,
      String words) {
    CommentRow row =
        new CommentRow(
            ids.next(),
            held.agencyId(),
            user.carrierId(),
            null,
            null,
            null,
            incidentId,
            pointer,
            words,
            user.id(),
            user.name(),
            now(),
            CommentState.OPEN,
            WaitsFor.AGENCY,
            1,
            1);
    rows.save(row);
    Comment comment = reading.find(user, row.id()).orElseThrow();
    events.remarked(comment);
    audit.changed("comment", row.id(), held.reference(), null, comment.digest());
    return comment;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
