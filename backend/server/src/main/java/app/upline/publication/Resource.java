package app.upline.publication;

import app.upline.audit.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a carrier's resource center.
 *
 * @param title of a FAQ entry the question
 * @param content in effect today; to the carrier the newest, null before the first
 */
public record Resource(
    UUID id,
    UUID carrierId,
    String carrierName,
    UUID sectionId,
    Kind kind,
    String title,
    int position,
    Audience audience,
    @Nullable Instant retiredAt,
    int newestVersion,
    int version,
    Instant changedAt,
    @Nullable Content content) {

  /** The codes of the contract. */
  public enum Kind {
    DOCUMENT,
    FAQ,
    LINK,
    TEMPLATE
  }

  /** Which current template of the product; the codes are those of the contract. */
  public enum Template {
    RELATIONSHIPS,
    INCIDENTS
  }

  /**
   * A version of what it says.
   *
   * @param text of a FAQ entry the answer, in Markdown without HTML
   * @param file of a document
   */
  public record Content(
      int number,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable String text,
      @Nullable String url,
      @Nullable Template template,
      @Nullable File file,
      Instant publishedAt,
      String publishedBy) {}

  /** The file of a document. */
  public record File(UUID id, String mediaType, long bytes, String sha256) {}

  String digest() {
    return Digest.of(
        version,
        newestVersion,
        sectionId,
        title,
        position,
        audience.kind(),
        new TreeSet<>(audience.levels()).toString(),
        new TreeSet<>(audience.agencyIds()).toString(),
        retiredAt);
  }

  /** The same for these agencies, where it is for some. */
  Resource forAgencies(Set<UUID> agencies) {
    return new Resource(
        id,
        carrierId,
        carrierName,
        sectionId,
        kind,
        title,
        position,
        new Audience(audience.kind(), audience.levels(), agencies),
        retiredAt,
        newestVersion,
        version,
        changedAt,
        content);
  }
}
