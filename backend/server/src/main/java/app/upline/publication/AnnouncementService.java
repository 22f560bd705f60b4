package app.upline.publication;

import app.upline.audit.AuditTrail;
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
import app.upline.publication.Announcement.Step;
import app.upline.publication.Announcement.Stored;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Announcements, from the draft to who has read them. */
@Singleton
public final class AnnouncementService {

  private static final String NOUN = "announcement";

  private final Database database;
  private final AnnouncementRows rows;
  private final AnnouncementRecipients recipients;
  private final AudienceCheck audienceCheck;
  private final PublishingCarriers carriers;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  AnnouncementService(
      Database database,
      AnnouncementRows rows,
      AnnouncementRecipients recipients,
      AudienceCheck audienceCheck,
      PublishingCarriers carriers,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.recipients = recipients;
    this.audienceCheck = audienceCheck;
    this.carriers = carriers;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** A carrier's own, an agency's as they reached it; the newest first. */
  public Page<Announcement> page(
      CurrentUser user,
      Announcement.@Nullable State state,
      Direction direction,
      PageRequest request) {
    Instant now = clock.instant();
    return database.reading(() -> rows.page(user, state, direction, request, now));
  }

  public Optional<Announcement> find(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user, id));
  }

  /** Whom it reached, and who has read it; empty where the carrier has none such. */
  public Optional<Page<Recipient>> recipients(CurrentUser user, UUID id, PageRequest request) {
    return database.reading(() -> rows.find(user, id).map(found -> recipients.page(id, request)));
  }

  public Outcome<Announcement> create(CurrentUser user, AnnouncementDraft draft) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          List<Fault> faults = faults(user, draft);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          UUID id = ids.next();
          rows.save(user, of(user, id, draft, 1), null);
          Announcement made = rows.find(user, id).orElseThrow();
          audit.changed(NOUN, id, null, null, made.digest());
          return Outcome.done(made);
        });
  }

  /** Replaces a draft. */
  public Outcome<Announcement> replace(
      CurrentUser user, UUID id, ExpectedVersion expected, AnnouncementDraft draft) {
    return take(
        user,
        id,
        expected,
        Step.REPLACE,
        before -> {
          List<Fault> faults = faults(user, draft);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          rows.save(user, of(user, id, draft, before.version() + 1), null);
          return Outcome.done(before);
        });
  }

  /**
   * Publishes a draft: from then on it is not changed any more.
   *
   * @param at when its agencies are told; null for now
   */
  public Outcome<Announcement> publish(
      CurrentUser user, UUID id, ExpectedVersion expected, @Nullable Instant at) {
    return take(
        user,
        id,
        expected,
        Step.PUBLISH,
        before -> {
          Instant now = now();
          boolean isLater = at != null && at.isAfter(now);
          Instant publishAt = isLater ? at.truncatedTo(ChronoUnit.MICROS) : now;
          if (before.expiresAt() != null && !before.expiresAt().isAfter(publishAt)) {
            return Outcome.invalid(
                "/publishAt", "AFTER_ITS_END", "It would have expired before it is published.");
          }
          if (before.confirmBy() != null
              && before.confirmBy().isBefore(LocalDate.ofInstant(publishAt, zone(user)))) {
            return Outcome.invalid(
                "/publishAt",
                "AFTER_CONFIRMATION",
                "It is to be confirmed by a day before that; publish it earlier, or change the day first.");
          }
          Announcement after = with(before, Stored.PUBLISHED, publishAt);
          rows.save(user, after, isLater ? publishAt : null);
          if (!isLater) {
            recipients.tell(after, now);
          }
          return Outcome.done(before);
        });
  }

  /** Takes it back, or throws a draft away; that it was told stays on record. */
  public Outcome<Announcement> withdraw(CurrentUser user, UUID id, ExpectedVersion expected) {
    return take(
        user,
        id,
        expected,
        Step.WITHDRAW,
        before -> {
          rows.save(user, with(before, Stored.WITHDRAWN, before.publishAt()), null);
          recipients.askNoMore(id);
          return Outcome.done(before);
        });
  }

  /** An agency's person confirms having read it; once more changes nothing. */
  public Outcome<Announcement> confirm(CurrentUser user, UUID id) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Announcement> found = rows.find(user, id);
          if (found.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          if (!found.get().confirmationWanted()) {
            return Outcome.wrongState("No confirmation is asked for.");
          }
          Instant now = now();
          recipients.confirm(user, id, now);
          audit.changed(NOUN, id, null, null, Digest.of(id, user.id(), "confirmed"));
          return Outcome.done(rows.find(user, id).orElseThrow());
        });
  }

  private Outcome<Announcement> take(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Step step,
      Function<Announcement, Outcome<Announcement>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          rows.lock(user.carrierId(), id);
          Optional<Announcement> found = rows.find(user, id);
          if (found.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          Announcement before = found.get();
          return expected.ifCurrent(
              before.version(),
              () ->
                  before.possible().contains(step)
                      ? audited(user, before, work.apply(before))
                      : Outcome.wrongState(
                          "It was published or withdrawn already.", before.possible()));
        });
  }

  private Outcome<Announcement> audited(
      CurrentUser user, Announcement before, Outcome<Announcement> outcome) {
    if (outcome.isRefused()) {
      return outcome;
    }
    Announcement after = rows.find(user, before.id()).orElseThrow();
    audit.changed(NOUN, before.id(), null, before.digest(), after.digest());
    return Outcome.done(after);
  }

  private List<Fault> faults(CurrentUser user, AnnouncementDraft draft) {
    List<Fault> faults = new ArrayList<>(draft.faults(now(), zone(user)));
    audienceCheck.fault(user, draft.audience()).ifPresent(faults::add);
    return faults;
  }

  private ZoneId zone(CurrentUser user) {
    return carriers.of(user).getFirst().zone();
  }

  private Announcement of(CurrentUser user, UUID id, AnnouncementDraft draft, int version) {
    return new Announcement(
        id,
        user.carrierId(),
        "",
        draft.title() == null ? "" : draft.title(),
        draft.words(),
        draft.audience(),
        draft.confirmationWanted(),
        draft.confirmBy(),
        Stored.DRAFT,
        null,
        draft.expiresAt(),
        version,
        now(),
        user.name(),
        null,
        false);
  }

  private Announcement with(Announcement one, Stored stored, @Nullable Instant publishAt) {
    return new Announcement(
        one.id(),
        one.carrierId(),
        one.carrierName(),
        one.title(),
        one.body(),
        one.audience(),
        one.confirmationWanted(),
        one.confirmBy(),
        stored,
        publishAt,
        one.expiresAt(),
        one.version() + 1,
        now(),
        one.changedBy(),
        null,
        false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
