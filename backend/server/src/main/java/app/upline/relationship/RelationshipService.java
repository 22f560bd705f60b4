package app.upline.relationship;

import app.upline.agency.AgencyLock;
import app.upline.identity.CurrentUser;
import app.upline.platform.fields.Difference;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
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
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The register of the caller's agency: reading it, and changing one relationship at a time. */
@Singleton
public final class RelationshipService {

  private final Database database;
  private final RelationshipRows rows;
  private final RegisterReferences references;
  private final RelationshipList list;
  private final RegisterWriter writer;
  private final RegisterChecks checks;
  private final UplineChain chain;
  private final Duplicates duplicates;
  private final SaveWarnings warnings;
  private final AgencyLock lock;
  private final Clock clock;

  RelationshipService(
      Database database,
      RelationshipRows rows,
      RegisterReferences references,
      RelationshipList list,
      RegisterWriter writer,
      RegisterChecks checks,
      UplineChain chain,
      Duplicates duplicates,
      SaveWarnings warnings,
      AgencyLock lock,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.references = references;
    this.list = list;
    this.writer = writer;
    this.checks = checks;
    this.chain = chain;
    this.duplicates = duplicates;
    this.warnings = warnings;
    this.lock = lock;
    this.clock = clock;
  }

  /** The same rows as {@link #list}, all of them, a batch at a time. */
  public Iterator<List<Relationship>> batches(
      CurrentUser user, RelationshipFilter filter, ListOrder<RelationshipSort> order) {
    return new Batches<>(request -> list(user, filter, order, request));
  }

  public Page<Relationship> list(
      CurrentUser user,
      RelationshipFilter filter,
      ListOrder<RelationshipSort> order,
      PageRequest page) {
    return list.page(user.agencyId(), filter, order, page);
  }

  public Optional<Relationship> find(CurrentUser user, UUID id) {
    return database.readingOnce(() -> rows.find(user.agencyId(), id));
  }

  /** Revisions newest first; empty when there is no such relationship. */
  public Optional<Page<RelationshipRevision>> revisions(
      CurrentUser user, UUID id, PageRequest page) {
    return database.reading(() -> rows.revisions(user.agencyId(), id, page));
  }

  public Optional<RelationshipRevision> revision(CurrentUser user, UUID id, int revision) {
    return database.reading(() -> rows.revision(user.agencyId(), id, revision));
  }

  /** What differs between two revisions; empty when either is not there. */
  public Optional<List<Difference>> differences(CurrentUser user, UUID id, int from, int to) {
    return database.reading(
        () ->
            rows.revision(user.agencyId(), id, from)
                .flatMap(
                    before ->
                        rows.revision(user.agencyId(), id, to)
                            .map(
                                after ->
                                    named(
                                        user,
                                        differences(
                                            before.relationship().details(),
                                            after.relationship().details())))));
  }

  private List<Difference> named(CurrentUser user, List<Difference> differences) {
    return UpstreamDifferences.named(
        differences, references.of(user, UpstreamDifferences.ids(differences)));
  }

  /** Field by field, as people read it, but for {@link UpstreamDifferences}. */
  public static List<Difference> differences(
      RelationshipDetails before, RelationshipDetails after) {
    return RelationshipForm.differences(before, after);
  }

  /** Those above and beneath one; empty when there is no such relationship. */
  public Optional<Chain> chain(CurrentUser user, UUID id, int depth) {
    return database.reading(
        () -> Chain.around(new RegisterChain(user.agencyId(), rows, list), id, depth));
  }

  /** Relationships that may be with the same entity; empty when there is no such relationship. */
  public Optional<List<PossibleDuplicate>> possibleDuplicates(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user.agencyId(), id).map(duplicates::of));
  }

  /** Records a new relationship from JSON of the contract's shape. */
  public Outcome<SavedRelationship> create(CurrentUser user, JsonNode json) {
    Draft<RelationshipDetails> draft = RelationshipFields.ALL.read(json);
    return inLock(user, () -> save(user, null, draft));
  }

  /** Applies a merge patch. */
  public Outcome<SavedRelationship> change(
      CurrentUser user, UUID id, ExpectedVersion expected, JsonNode patch) {
    return changing(
        user,
        id,
        expected,
        before ->
            save(
                user,
                before,
                RelationshipFields.ALL.read(
                    RelationshipFields.ALL.write(before.details()), patch)));
  }

  /**
   * Records the end of a relationship that has none.
   *
   * @param knownOn today when null
   */
  public Outcome<SavedRelationship> end(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      @Nullable LocalDate endDate,
      @Nullable String reason,
      @Nullable LocalDate knownOn) {
    return changing(
        user,
        id,
        expected,
        before ->
            before.details().endDate() != null
                ? Outcome.wrongState(
                    "This relationship ended on "
                        + before.details().endDate()
                        + "; reopen it, or change the end date.")
                : edit(
                    user,
                    before,
                    draft -> {
                      draft.set(RelationshipFields.END_DATE, endDate);
                      RelationshipFields.ALL.read(
                          draft, RelationshipFields.END_REASON, reason == null ? "" : reason);
                      require(draft, RelationshipFields.END_DATE);
                      require(draft, RelationshipFields.END_REASON);
                      draft.set(RelationshipFields.KNOWN_ON, knownOn == null ? today() : knownOn);
                    }));
  }

  private static void require(
      Draft<RelationshipDetails> draft, Field<RelationshipDetails, ?> field) {
    if (!draft.has(field) && draft.sound(field)) {
      draft.fault(field, "REQUIRED", "“" + field.label() + "” is required.");
    }
  }

  /** Takes an end back. */
  public Outcome<SavedRelationship> reopen(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable LocalDate knownOn) {
    return changing(
        user,
        id,
        expected,
        before ->
            before.details().endDate() == null
                ? Outcome.wrongState("This relationship has not ended, so it cannot be reopened.")
                : edit(
                    user,
                    before,
                    draft -> {
                      draft.set(RelationshipFields.END_DATE, null);
                      draft.set(RelationshipFields.END_REASON, null);
                      draft.set(RelationshipFields.KNOWN_ON, knownOn == null ? today() : knownOn);
                    }));
  }

  private Outcome<SavedRelationship> edit(
      CurrentUser user, Relationship before, Consumer<Draft<RelationshipDetails>> edit) {
    Draft<RelationshipDetails> draft = RelationshipFields.ALL.draftOf(before.details());
    edit.accept(draft);
    return save(user, before, draft);
  }

  private Outcome<SavedRelationship> changing(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<Relationship, Outcome<SavedRelationship>> change) {
    return inLock(
        user,
        () -> {
          Optional<Relationship> before = rows.find(user.agencyId(), id);
          if (before.isEmpty()) {
            return Outcome.notFound("relationship");
          }
          return expected.ifCurrent(
              before.get().revision(),
              () ->
                  before.get().details().isVoided()
                      ? Outcome.wrongState(Voiding.refusal(before.get().reference()))
                      : change.apply(before.get()));
        });
  }

  private Outcome<SavedRelationship> save(
      CurrentUser user, @Nullable Relationship before, Draft<RelationshipDetails> draft) {
    RelationshipDetails details = RelationshipRules.check(draft, today());
    if (details == null) {
      return Outcome.refused(Refusal.of(draft.faults(), draft.isMisshapen()));
    }
    if (before != null && before.details().equals(details)) {
      return Outcome.done(warnings.of(before));
    }
    Change<Relationship, RelationshipDetails> change =
        new Change<>(before == null ? writer.newId() : before.id(), before, details);
    List<Fault> faults =
        checks.beforeWriting(user.agencyId(), List.of(change)).getOrDefault(change.id(), List.of());
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    Relationship written = writer.write(user, Origin.API, List.of(change)).getFirst();
    Fault loop = checks.afterWriting(List.of(change)).get(change.id());
    return loop == null ? Outcome.done(warnings.of(written)) : Outcome.invalid(List.of(loop));
  }

  private Outcome<SavedRelationship> inLock(
      CurrentUser user, Supplier<Outcome<SavedRelationship>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(user.agencyId());
          return work.get();
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
