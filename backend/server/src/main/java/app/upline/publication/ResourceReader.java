package app.upline.publication;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.files.FileType;
import app.upline.platform.files.KeptFiles;
import app.upline.platform.files.OpenFile;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.text.Words;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads resource centers: a carrier its own, an agency those of all its carriers. What an agency's
 * people read and download is kept.
 */
@Singleton
public final class ResourceReader {

  private final Database database;
  private final ResourceRows rows;
  private final ResourceVersions versions;
  private final ResourceReadings readings;
  private final KeptFiles files;
  private final AuditTrail audit;
  private final Clock clock;

  ResourceReader(
      Database database,
      ResourceRows rows,
      ResourceVersions versions,
      ResourceReadings readings,
      KeptFiles files,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.versions = versions;
    this.readings = readings;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the caller sees, in the order of the sections; searched for words. */
  public Page<Resource> page(
      CurrentUser user, @Nullable UUID sectionId, @Nullable String query, PageRequest request) {
    @Nullable List<String> words = query == null ? null : Words.ofQuery(query);
    return database.reading(
        () -> rows.page(user, new ResourceRows.Filter(sectionId, words), request));
  }

  /** One of them, of which nothing is shown. */
  public Optional<Resource> find(CurrentUser user, UUID id) {
    return database.reading(() -> rows.find(user, id));
  }

  /** One of them; that an agency's person has read it is kept. */
  public Optional<Resource> read(CurrentUser user, UUID id) {
    return database.writing(
        () -> {
          Optional<Resource> found = rows.find(user, id);
          found.ifPresent(one -> wasRead(user, one, false));
          return found;
        });
  }

  public Optional<Page<Resource.Content>> versions(CurrentUser user, UUID id, PageRequest request) {
    return database.reading(() -> rows.find(user, id).map(one -> versions.page(id, request)));
  }

  public Optional<Page<ResourceReading>> readings(CurrentUser user, UUID id, PageRequest request) {
    return database.reading(() -> rows.find(user, id).map(one -> readings.page(id, request)));
  }

  /** The file of a version, of which nothing is shown. */
  public Optional<OpenFile> findFile(CurrentUser user, UUID id, int number) {
    return database.reading(
        () -> rows.find(user, id).flatMap(one -> fileInSight(user, one, number)));
  }

  /**
   * Opens the file of a version: to an agency of the one in effect alone. That it was downloaded is
   * kept.
   */
  public Optional<OpenFile> open(CurrentUser user, UUID id, int number) {
    return database.writing(
        () ->
            rows.find(user, id)
                .flatMap(
                    one -> {
                      Optional<OpenFile> file = fileInSight(user, one, number);
                      file.ifPresent(
                          opened -> {
                            wasRead(user, one, true);
                            audit.read(ResourceService.NOUN, id, null);
                          });
                      return file;
                    }));
  }

  private Optional<OpenFile> fileInSight(CurrentUser user, Resource one, int number) {
    Resource.Content seen = one.content();
    boolean inSight =
        user.kind() == OrganizationKind.CARRIER || seen != null && seen.number() == number;
    return inSight
        ? versions.find(one.id(), number).flatMap(content -> file(one, content))
        : Optional.empty();
  }

  private static Optional<OpenFile> file(Resource one, Resource.Content content) {
    Resource.File file = content.file();
    if (file == null) {
      return Optional.empty();
    }
    String mark = one.id().toString().substring(24);
    return Optional.of(
        new OpenFile(
            one.carrierId(),
            file.id(),
            "resource-%s-%d%s"
                .formatted(mark, content.number(), FileType.of(file.mediaType()).ending())));
  }

  /** Writes the content of a file that was opened. */
  public void write(OpenFile file, OutputStream out) throws IOException {
    files.write(file.organizationId(), file.id(), out);
  }

  private void wasRead(CurrentUser user, Resource one, boolean downloaded) {
    Resource.Content content = one.content();
    if (user.kind() == OrganizationKind.AGENCY && content != null) {
      readings.read(
          user,
          one.id(),
          content.number(),
          clock.instant().truncatedTo(ChronoUnit.MICROS),
          downloaded);
    }
  }
}
