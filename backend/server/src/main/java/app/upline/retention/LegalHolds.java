package app.upline.retention;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places and releases legal holds. */
@Singleton
public final class LegalHolds {
  private final Database database;
  private final HoldRows rows;
  private final HoldableObjects objects;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  LegalHolds(
      Database database,
      HoldRows rows,
      HoldableObjects objects,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.objects = objects;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Page<LegalHold> page(
      CurrentUser user, HoldFilter filter, Direction direction, PageRequest request) {
    return database.reading(() -> rows.page(user, filter, direction, request));
  }

  public Optional<LegalHold> find(CurrentUser user, UUID holdId) {
    return database.reading(() -> rows.find(user.organizationId(), holdId).map(HoldRow::hold));
  }

  /** Holds an object of the caller's, or one that the caller was told of. */
  public Outcome<LegalHold> place(CurrentUser user, HoldDraft draft) {
    HoldKind kind = draft.kind();
    UUID objectId = draft.objectId();
    List<Fault> faults = draft.faults();
    if (kind == null || objectId == null || !faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    HoldReason grounds = HoldReason.of(draft.reason());
    return database.writingUnless(
        Outcome::isRefused,
        () ->
            objects
                .reference(user, kind, objectId)
                .map(reference -> placed(user, kind, objectId, reference, grounds))
                .orElseGet(() -> Outcome.notFound(kind.word())));
  }

  /** From now on the object is as old as it is. */
  public Outcome<LegalHold> release(
      CurrentUser user, UUID holdId, ExpectedVersion expected, @Nullable String why) {
    HoldReason grounds = HoldReason.of(why);
    return database.writingUnless(
        Outcome::isRefused,
        () ->
            rows.lock(user.organizationId(), holdId)
                .map(HoldRow::hold)
                .map(
                    hold -> expected.ifCurrent(hold.version(), () -> released(user, hold, grounds)))
                .orElseGet(() -> Outcome.notFound("legal hold")));
  }

  private Outcome<LegalHold> placed(
      CurrentUser user, HoldKind kind, UUID objectId, String reference, HoldReason grounds) {
    HoldRow row =
        new HoldRow(
            ids.next(),
            user.organizationId(),
            kind,
            objectId,
            reference,
            grounds.text(),
            LegalHold.State.IN_FORCE,
            1,
            now(),
            user.id(),
            user.name(),
            null,
            null,
            null,
            null);
    rows.save(row);
    LegalHold hold = row.hold();
    tell(hold, null, grounds);
    return Outcome.done(hold);
  }

  private Outcome<LegalHold> released(CurrentUser user, LegalHold hold, HoldReason grounds) {
    if (hold.state() == LegalHold.State.RELEASED) {
      return Outcome.wrongState("The hold was released already; place a new one.");
    }
    List<Fault> faults = grounds.faults();
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    rows.release(user.organizationId(), hold.id(), user.id(), user.name(), grounds.text(), now());
    LegalHold released =
        rows.find(user.organizationId(), hold.id()).map(HoldRow::hold).orElseThrow();
    tell(released, digest(hold), grounds);
    return Outcome.done(released);
  }

  /** The held object too, so that a query of the trail for it finds the hold. */
  private void tell(LegalHold hold, @Nullable String before, HoldReason grounds) {
    audit.because(grounds.text());
    audit.changed(
        List.of(
            new AuditedObject("legal-hold", hold.id(), null, before, digest(hold)),
            new AuditedObject(
                hold.objectKind().word(), hold.objectId(), hold.objectReference(), null, null)));
  }

  private static String digest(LegalHold hold) {
    return Digest.of(hold.id(), hold.version(), hold.state());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
