package app.upline.retention;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
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
import java.util.function.IntConsumer;
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

  public Page<LegalHold> page(CurrentUser user, HoldFilter filter, PageRequest request) {
    return database.reading(() -> rows.page(user, filter, request));
  }

  public Optional<LegalHold> find(CurrentUser user, UUID holdId) {
    return database.reading(() -> rows.find(user, holdId));
  }

  /** Holds an object of the caller's, or one that the caller was told of. */
  public HoldOutcome place(CurrentUser user, HoldDraft draft) {
    HoldKind kind = draft.kind();
    UUID objectId = draft.objectId();
    List<Fault> faults = draft.faults();
    if (kind == null || objectId == null || !faults.isEmpty()) {
      return new HoldOutcome.Refused(faults);
    }
    Grounds grounds = Grounds.of(draft.reason());
    return database.writing(
        () ->
            objects
                .reference(user, kind, objectId)
                .map(reference -> placed(user, kind, objectId, reference, grounds))
                .orElseGet(() -> new HoldOutcome.NotFound(kind.word())));
  }

  /** From now on the object is as old as it is. */
  public HoldOutcome release(
      CurrentUser user, UUID holdId, IntConsumer seen, @Nullable String why) {
    Grounds grounds = Grounds.of(why);
    return database.writing(
        () ->
            rows.lock(user, holdId)
                .map(
                    hold -> {
                      seen.accept(hold.version());
                      return released(user, hold, grounds);
                    })
                .orElseGet(() -> new HoldOutcome.NotFound("legal hold")));
  }

  private HoldOutcome placed(
      CurrentUser user, HoldKind kind, UUID objectId, String reference, Grounds grounds) {
    LegalHold hold =
        new LegalHold(
            ids.next(), kind, objectId, reference, grounds.text(), 1, now(), user.name(), null);
    rows.insert(user, hold);
    tell(hold, null, grounds);
    return new HoldOutcome.Done(hold);
  }

  private HoldOutcome released(CurrentUser user, LegalHold hold, Grounds grounds) {
    if (hold.state() == LegalHold.State.RELEASED) {
      return new HoldOutcome.AlreadyReleased();
    }
    List<Fault> faults = grounds.faults();
    if (!faults.isEmpty()) {
      return new HoldOutcome.Refused(faults);
    }
    rows.release(user, hold.id(), grounds.text(), now());
    LegalHold released = rows.find(user, hold.id()).orElseThrow();
    tell(released, digest(hold), grounds);
    return new HoldOutcome.Done(released);
  }

  /** The held object too, so that whoever asks the trail about it finds the hold. */
  private void tell(LegalHold hold, @Nullable String before, Grounds grounds) {
    audit.because(grounds.text());
    audit.changed(
        List.of(
            new AuditedObject("legal-hold", hold.id().toString(), null, before, digest(hold)),
            new AuditedObject(
                hold.objectKind().word(),
                hold.objectId().toString(),
                hold.objectReference(),
                null,
                null)));
  }

  private static String digest(LegalHold hold) {
    return Digest.of(hold.id(), hold.version(), hold.state());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
