package app.upline.incident;

import app.upline.platform.files.FileType;
import app.upline.platform.files.OpenFile;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is evidence, as a revision of an incident lists it: a receipt that vouches for the
 * revision vouches by the digest for the file. What the file was called is not kept; names of files
 * tell of people.
 *
 * @param id of the kept file
 * @param note what it shows, in a few words
 * @param mediaType found from its content
 * @param sha256 of its content, in lower-case hexadecimal
 */
@Serdeable.Deserializable
public record Attachment(
    UUID id,
    AttachmentKind kind,
    @Nullable String note,
    String mediaType,
    long bytes,
    String sha256) {

  /** The kept file, named after what it is attached to. */
  public OpenFile open(UUID agencyId, String reference) {
    // The end of the id, which is random: its beginning is the time.
    String mark = id.toString().substring(24);
    return new OpenFile(agencyId, id, reference + "-" + mark + FileType.of(mediaType).ending());
  }

  /** In a sentence, for a comparison of revisions. */
  String summary() {
    return String.format(
        Locale.US, "%s, %s, %,d bytes, SHA-256 %s", kind.label(), mediaType, bytes, sha256);
  }
}
