package app.upline.submission;

import app.upline.agency.AgencyLock;
import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.agency.References;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency prepares what it will disclose. */
@Singleton
public final class DraftService {

  private final Database database;
  private final AgencyLock agencyLock;
  private final Directory directory;
  private final References references;
  private final DisclosableTypes kinds;
  private final SubmissionRows rows;
  private final RevisionRows revisions;
  private final SubmissionItems items;
  private final Declarations declarations;
  private final SubmissionStep steps;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  DraftService(
      Database database,
      AgencyLock agencyLock,
      Directory directory,
      References references,
      DisclosableTypes kinds,
      SubmissionRows rows,
      RevisionRows revisions,
      SubmissionItems items,
      Declarations declarations,
      SubmissionStep steps,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.agencyLock = agencyLock;
    this.directory = directory;
    this.references = references;
    this.kinds = kinds;
    this.rows = rows;
    this.revisions = revisions;
    this.items = items;
    this.declarations = declarations;
    this.steps = steps;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** Drafts a disclosure of the newest revisions. */
  public Outcome<SubmissionView> create(CurrentUser user, DraftRequest request) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          agencyLock.hold(user.agencyId());
          Optional<Carrier> carrier =
              Optional.ofNullable(request.carrierId()).flatMap(id -> directory.carrier(user, id));
          List<Fault> faults = faults(user, request, carrier.orElse(null));
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          Carrier to = carrier.orElseThrow();
          return draftInTheWay(user, request, to)
              .map(reference -> draftExists(reference, to))
              .orElseGet(() -> draft(user, request, to));
        });
  }

  /** Takes the newest revisions into a draft, or into the answer to a return. */
  public Outcome<SubmissionView> refresh(CurrentUser user, UUID id, ExpectedVersion expected) {
    return steps.take(
        user,
        id,
        expected,
        Step.REFRESH,
        submission -> {
          Submission next = submission.refreshed(clock.instant());
          if (submission.submittedRevision() == null) {
            redraft(submission);
          } else {
            answer(submission, submission.submittedRevision());
          }
          rows.save(next);
          return unlessEmpty(user, next);
        });
  }

  /** Throws a draft away. */
  public Outcome<SubmissionView> discard(CurrentUser user, UUID id, ExpectedVersion expected) {
    return steps.take(
        user,
        id,
        expected,
        Step.DISCARD,
        submission -> {
          rows.save(submission.discarded(clock.instant()));
          return steps.done(user, id);
        });
  }

  private List<Fault> faults(CurrentUser user, DraftRequest request, @Nullable Carrier to) {
    List<Fault> faults = new ArrayList<>();
    if (to == null) {
      faults.add(
          new Fault(
              "/carrierId", "UNKNOWN_CARRIER", "The agency has no contract with such a carrier."));
    }
    faults.addAll(request.faults());
    if (faults.isEmpty() && to != null) {
      faults.addAll(unknown(request, kinds.of(request.kind()).known(user, to, request.named())));
    }
    return faults;
  }

  private static List<Fault> unknown(DraftRequest request, Set<UUID> known) {
    SubmissionKind kind = request.kind();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < request.named().size(); i++) {
      if (!known.contains(request.named().get(i))) {
        faults.add(
            new Fault(
                request.pointer() + "/" + i,
                "UNKNOWN_" + kind.noun().toUpperCase(Locale.ROOT),
                "The agency has no such " + kind.noun() + " to disclose to this carrier."));
      }
    }
    return faults;
  }

  private Outcome<SubmissionView> draft(CurrentUser user, DraftRequest request, Carrier to) {
    Instant now = clock.instant();
    String reference = references.reserve(user.agencyId(), "SUB", 1).at(0);
    Submission draft =
        Submission.draft(
            ids.next(),
            reference,
            new OrganizationRef(user.agencyId(), ""),
            new OrganizationRef(to.id(), to.name()),
            request.matter(),
            now);
    rows.insert(draft, user.id());
    revisions.insert(draft.id(), draft.revision());
    items.pin(draft, draft.revision(), null, kinds.of(draft).chosen(draft, request.named()));
    audit.changed("submission", draft.id(), reference, null, draft.digest());
    return unlessEmpty(user, draft);
  }

  private void redraft(Submission draft) {
    List<UUID> named =
        draft.scope() == SubmissionScope.SELECTED
            ? items.records(draft, draft.revision())
            : List.of();
    items.clear(draft, draft.revision());
    items.pin(draft, draft.revision(), null, kinds.of(draft).chosen(draft, named));
  }

  private void answer(Submission submission, int returned) {
    int next = submission.nextRevision();
    items.clear(submission, next);
    revisions.deleteUnsealed(submission.id(), next);
    revisions.insert(submission.id(), next);
    items.pin(submission, next, returned, items.answering(submission, returned));
  }

  private Outcome<SubmissionView> unlessEmpty(CurrentUser user, Submission submission) {
    return declarations
        .refusal(user, submission)
        .<Outcome<SubmissionView>>map(
            why -> Outcome.refused(SubmissionConflict.NOTHING_TO_DISCLOSE.because(why)))
        .orElseGet(() -> steps.done(user, submission.id()));
  }

  private Optional<String> draftInTheWay(CurrentUser user, DraftRequest request, Carrier to) {
    return request.matter().alone()
        ? rows.draftTo(user.agencyId(), request.kind(), to.id())
        : Optional.empty();
  }

  private static Outcome<SubmissionView> draftExists(String reference, Carrier to) {
    return Outcome.refused(
        new Refusal.DraftExists(
            "%s is a draft to %s. Submit or discard it first.".formatted(reference, to.name())));
  }
}
