package app.upline.incident;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.Change;
import app.upline.record.Origin;
import app.upline.record.Revision;
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The incidents of the caller's agency: reading them, and changing one at a time. */
@Singleton
public final class IncidentService {

  private final Database database;
  private final IncidentRows rows;
  private final IncidentList list;
  private final IncidentWriter writer;
  private final IncidentChecks checks;
  private final CarrierDueDays days;
  private final DueDates dueDates;
  private final SaveWarnings warnings;
  private final Duplicates duplicates;
  private final AgencyLock lock;

  IncidentService(
      Database database,
      IncidentRows rows,
      IncidentList list,
      IncidentWriter writer,
      IncidentChecks checks,
      CarrierDueDays days,
      DueDates dueDates,
      SaveWarnings warnings,
      Duplicates duplicates,
      AgencyLock lock) {
    this.database = database;
    this.rows = rows;
    this.list = list;
    this.writer = writer;
    this.checks = checks;
    this.days = days;
    this.dueDates = dueDates;
    this.warnings = warnings;
    this.duplicates = duplicates;
    this.lock = lock;
  }

  /** The same rows as {@link #list}, all of them, a batch at a time. */
  public Iterator<List<IncidentView>> batches(
      CurrentUser user, IncidentFilter filter, ListOrder<IncidentSort> order) {
    return new Batches<>(request -> list(user, filter, order, request));
  }

  public Page<IncidentView> list(
      CurrentUser user, IncidentFilter filter, ListOrder<IncidentSort> order, PageRequest page) {
    return database.reading(
        () -> {
          Page<RecordedIncident> found = list.page(user.agencyId(), filter, order, page);
          return found.map(dueDates.of(found.items()));
        });
  }

  public Optional<IncidentView> find(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user.agencyId(), id).map(dueDates::of));
  }

  /** Revisions newest first; empty when there is no such incident. */
  public Optional<Page<Revision<Incident>>> revisions(CurrentUser user, UUID id, PageRequest page) {
    return database.reading(() -> rows.revisions(user.agencyId(), id, page));
  }

  public Optional<Revision<Incident>> revision(CurrentUser user, UUID id, int revision) {
    return database.reading(() -> rows.revision(user.agencyId(), id, revision));
  }

  /** What differs between two revisions, as people read it; empty when either is not there. */
  public Optional<List<Difference>> differences(CurrentUser user, UUID id, int from, int to) {
    return database.reading(
        () ->
            rows.revision(user.agencyId(), id, from)
                .flatMap(
                    before ->
                        rows.revision(user.agencyId(), id, to)
                            .map(
                                after ->
                                    IncidentForm.differences(
                                        before.record().details(), after.record().details()))));
  }

  /** Incidents that may be the same; empty when there is no such incident. */
  public Optional<List<Incident>> possibleDuplicates(CurrentUser user, UUID id) {
    return database.reading(
        () -> rows.find(user.agencyId(), id).map(recorded -> duplicates.of(recorded.incident())));
  }

  /** Records a new incident from JSON of the contract's shape. */
  public Outcome<SavedIncident> create(CurrentUser user, JsonNode json) {
    return inLock(user, () -> save(user, null, IncidentForm.read(json)));
  }

  /** Applies a merge patch. */
  public Outcome<SavedIncident> change(
      CurrentUser user, UUID id, ExpectedVersion expected, JsonNode patch) {
    return changing(
        user,
        id,
        expected,
        before -> save(user, before, IncidentForm.read(before.incident().details(), patch)));
  }

  /** Adds a disciplinary action from JSON of the contract's shape. */
  public Outcome<SavedIncident> addAction(
      CurrentUser user, UUID id, ExpectedVersion expected, JsonNode json) {
    return changing(
        user,
        id,
        expected,
        before -> saved(user, before, ActionEdit.adding(before.incident().details(), json)));
  }

  /** Applies a merge patch to one disciplinary action. */
  public Outcome<SavedIncident> changeAction(
      CurrentUser user, UUID id, UUID actionId, ExpectedVersion expected, JsonNode patch) {
    return changing(
        user,
        id,
        expected,
        before ->
            ActionEdit.changing(before.incident().details(), actionId, patch)
                .map(edit -> saved(user, before, edit))
                .orElseGet(() -> Outcome.notFound("disciplinary action")));
  }

  private Outcome<SavedIncident> saved(CurrentUser user, RecordedIncident before, ActionEdit edit) {
    return save(user, before, edit.draft()).ofPart(edit.place());
  }

  /** Lists one more attachment: a new revision. */
  public Outcome<SavedIncident> attach(
      CurrentUser user, UUID id, ExpectedVersion expected, Attachment attachment) {
    return changing(
        user,
        id,
        expected,
        before ->
            save(user, before, AttachmentForm.adding(before.incident().details(), attachment)));
  }

  /** Takes an attachment off the list: a new revision, earlier ones list it still. */
  public Outcome<SavedIncident> detach(
      CurrentUser user, UUID id, ExpectedVersion expected, UUID attachmentId) {
    return changing(
        user,
        id,
        expected,
        before ->
            AttachmentForm.without(before.incident().details(), attachmentId)
                .map(draft -> save(user, before, draft))
                .orElseGet(() -> Outcome.notFound("attachment")));
  }

  private Outcome<SavedIncident> changing(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<RecordedIncident, Outcome<SavedIncident>> change) {
    return inLock(
        user,
        () -> {
          Optional<RecordedIncident> before = rows.find(user.agencyId(), id);
          if (before.isEmpty()) {
            return Outcome.notFound("incident");
          }
          Incident incident = before.get().incident();
          return expected.ifCurrent(
              before.get().standing().version(),
              () ->
                  incident.details().isVoided()
                      ? Outcome.wrongState(Voiding.refusal(incident.reference()))
                      : change.apply(before.get()));
        });
  }

  private Outcome<SavedIncident> save(
      CurrentUser user, @Nullable RecordedIncident before, IncidentDraft draft) {
    Incident was = before == null ? null : before.incident();
    CarrierDueDays.Days agencysDays = days.of(user.agencyId());
    agencysDays.requireContract(draft, was == null);
    IncidentDetails details =
        IncidentRules.check(
            draft, was == null ? null : was.details(), agencysDays.today(draft), writer::newId);
    if (details == null) {
      return Outcome.refused(Refusal.of(draft.faults(), draft.isMisshapen()));
    }
    if (was != null && was.details().equals(details)) {
      return Outcome.done(warnings.about(dueDates.of(before)));
    }
    Change<Incident, IncidentDetails> change =
        new Change<>(was == null ? writer.newId() : was.id(), was, details);
    List<Fault> faults =
        checks.beforeWriting(user, List.of(change)).getOrDefault(change.id(), List.of());
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    writer.write(user, Origin.API, List.of(change));
    RecordedIncident saved = rows.find(user.agencyId(), change.id()).orElseThrow();
    return Outcome.done(warnings.about(dueDates.of(saved)));
  }

  private Outcome<SavedIncident> inLock(CurrentUser user, Supplier<Outcome<SavedIncident>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.agencyId());
          return work.get();
        });
  }
}
