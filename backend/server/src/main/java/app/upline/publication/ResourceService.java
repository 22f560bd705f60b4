package app.upline.publication;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.files.FileType;
import app.upline.platform.files.KeptFile;
import app.upline.platform.files.KeptFiles;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in carriers' resource centers: published by a carrier, read by its agencies. */
@Singleton
public final class ResourceService {

  static final String NOUN = "resource";

  private final Database database;
  private final ResourceRows rows;
  private final ResourceSections sections;
  private final PublishingCarriers carriers;
  private final AudienceCheck audienceCheck;
  private final KeptFiles files;
  private final Events events;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  ResourceService(
      Database database,
      ResourceRows rows,
      ResourceSections sections,
      PublishingCarriers carriers,
      AudienceCheck audienceCheck,
      KeptFiles files,
      Events events,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.sections = sections;
    this.carriers = carriers;
    this.audienceCheck = audienceCheck;
    this.files = files;
    this.events = events;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Outcome<Resource> create(CurrentUser user, ResourceDraft draft) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          List<Fault> faults = faults(user, draft);
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          UUID id = ids.next();
          rows.insert(id, user.carrierId(), draft, now());
          Resource made = rows.find(user, id).orElseThrow();
          audit.changed(NOUN, id, null, null, made.digest());
          return Outcome.done(made);
        });
  }

  /** Moves it, calls it otherwise, or makes it for others; what it is stays. */
  public Outcome<Resource> replace(
      CurrentUser user, UUID id, ExpectedVersion expected, ResourceDraft draft) {
    return take(
        user,
        id,
        expected,
        before -> {
          List<Fault> faults = faults(user, draft);
          if (draft.kind() != null && draft.kind() != before.kind()) {
            faults.add(new Fault("/kind", "NOT_CHANGED", "What it is cannot be changed."));
          }
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          rows.update(before, draft, now());
          return Outcome.done(before);
        });
  }

  /** A new version of what it says. */
  public Outcome<Resource> publish(
      CurrentUser user, UUID id, ExpectedVersion expected, ContentDraft draft) {
    return take(
        user,
        id,
        expected,
        before -> {
          if (before.kind() == Resource.Kind.DOCUMENT) {
            return Outcome.wrongState("A document is published by its file.");
          }
          return published(user, before, draft, null);
        });
  }

  /** A new version of a document. */
  public Outcome<Resource> publish(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Path file) {
    Optional<FileType> type = typeOf(file);
    return take(
        user,
        id,
        expected,
        before -> {
          if (before.kind() != Resource.Kind.DOCUMENT) {
            return Outcome.wrongState("Only a document has a file.");
          }
          if (type.isEmpty()) {
            return Outcome.invalid(
                "/file",
                "FILE_TYPE_REFUSED",
                "By its content this is none of %s.".formatted(FileType.labels()));
          }
          ContentDraft draft = ContentDraft.ofFile(from, to);
          List<Fault> faults = draft.faults(before.kind(), today(user));
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          KeptFile kept = files.keep(user.carrierId(), file);
          return published(
              user,
              before,
              draft,
              new Resource.File(kept.id(), type.get().mediaType(), kept.bytes(), kept.sha256()));
        });
  }

  private Outcome<Resource> published(
      CurrentUser user, Resource before, ContentDraft draft, Resource.@Nullable File file) {
    LocalDate today = today(user);
    List<Fault> faults = draft.faults(before.kind(), today);
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    String text = draft.text();
    String url = draft.url();
    rows.addVersion(
        user,
        before,
        new Resource.Content(
            before.newestVersion() + 1,
            draft.firstDay(today),
            draft.effectiveTo(),
            text == null ? null : text.strip(),
            url == null ? null : url.strip(),
            draft.template(),
            file,
            now(),
            user.name()));
    Subject subject = Subject.of(SubjectKind.RESOURCE, before.id(), null);
    events.publish(
        rows.audience(before).stream()
            .map(
                agency -> Event.of(EventType.RESOURCE_PUBLISHED, agency, user.carrierId(), subject))
            .toList());
    return Outcome.done(before);
  }

  /** Agencies see it no more; that it was there stays on record. */
  public Outcome<Resource> retire(CurrentUser user, UUID id, ExpectedVersion expected) {
    return take(
        user,
        id,
        expected,
        before -> {
          rows.retire(id, now());
          return Outcome.done(before);
        });
  }

  private Outcome<Resource> take(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Function<Resource, Outcome<Resource>> work) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          rows.lock(user.carrierId(), id);
          Optional<Resource> found = rows.find(user, id);
          if (found.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          Resource before = found.get();
          return expected.ifCurrent(
              before.version(),
              () ->
                  before.retiredAt() == null
                      ? audited(user, before, work.apply(before))
                      : Outcome.wrongState("It was retired."));
        });
  }

  /** Where the carrier is. */
  private LocalDate today(CurrentUser user) {
    return carriers.of(user).getFirst().today();
  }

  private Outcome<Resource> audited(CurrentUser user, Resource before, Outcome<Resource> outcome) {
    if (outcome.isRefused()) {
      return outcome;
    }
    Resource after = rows.find(user, before.id()).orElseThrow();
    audit.changed(NOUN, before.id(), null, before.digest(), after.digest());
    return Outcome.done(after);
  }

  private List<Fault> faults(CurrentUser user, ResourceDraft draft) {
    List<Fault> faults = new ArrayList<>(draft.faults());
    UUID section = draft.sectionId();
    if (section == null || sections.find(user.carrierId(), section).isEmpty()) {
      faults.add(new Fault("/sectionId", "UNKNOWN_SECTION", "There is no such section."));
    }
    audienceCheck.fault(user, draft.audience()).ifPresent(faults::add);
    return faults;
  }

  private static Optional<FileType> typeOf(Path file) {
    try {
      return Files.size(file) == 0 ? Optional.empty() : FileType.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
