package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.identity.CurrentUser;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of what resources say and said, version by version. */
@Singleton
final class ResourceVersions {

  /** The columns of a version, {@code v}, and of its file. */
  static final String CONTENT =
      """
      v.number, v.effective_from, v.effective_to, v.text, v.url, v.template, v.file_id, v.media_type, v.published_at, v.publisher_name,
        (select f.bytes from stored_file f where f.id = v.file_id) as bytes,
        (select f.sha256 from stored_file f where f.id = v.file_id) as sha256
      """;

  private final Database database;

  ResourceVersions(Database database) {
    this.database = database;
  }

  void insert(CurrentUser user, UUID resourceId, Resource.Content content) {
    Resource.File file = content.file();
    database.update(
        Sql.of(
            """
            insert into resource_version (resource_id, number, effective_from, effective_to, text, search_text, url, template, file_id, media_type,
              published_at, published_by, publisher_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            resourceId,
            content.number(),
            content.effectiveFrom(),
            content.effectiveTo(),
            content.text(),
            words(content.text()),
            content.url(),
            content.template(),
            file == null ? null : file.id(),
            file == null ? null : file.mediaType(),
            content.publishedAt(),
            user.id(),
            user.name()));
  }

  /** The words by which people find a text, each with a blank before it. */
  static String words(@Nullable String text) {
    return text == null
        ? ""
        : Words.of(text).stream().map(word -> " " + word).collect(Collectors.joining());
  }

  /** All that it ever said, the newest first. */
  Page<Resource.Content> page(UUID id, PageRequest request) {
    Sql sql = Sql.of("select " + CONTENT + " from resource_version v where v.resource_id = ?", id);
    if (!request.isFirst()) {
      sql.add("and v.number < ?", Integer.parseInt(request.after().getFirst()));
    }
    return Page.of(
        database.query(
            sql.add("order by v.number desc limit ?", request.limit() + 1),
            ResourceVersions::content),
        request.limit(),
        one -> List.of(Integer.toString(one.number())));
  }

  Optional<Resource.Content> find(UUID id, int number) {
    return database.first(
        Sql.of(
            "select "
                + CONTENT
                + " from resource_version v where v.resource_id = ? and v.number = ?",
            id,
            number),
        ResourceVersions::content);
  }

  static Resource.Content content(ResultSet row) throws SQLException {
    UUID file = uuidOrNull(row, "file_id");
    String template = row.getString("template");
    return new Resource.Content(
        row.getInt("number"),
        row.getObject("effective_from", LocalDate.class),
        row.getObject("effective_to", LocalDate.class),
        row.getString("text"),
        row.getString("url"),
        template == null ? null : Resource.Template.valueOf(template),
        file == null
            ? null
            : new Resource.File(
                file, row.getString("media_type"), row.getLong("bytes"), row.getString("sha256")),
        instant(row, "published_at"),
        row.getString("publisher_name"));
  }
}
