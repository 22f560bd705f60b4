package app.upline.attachment;

import app.upline.platform.files.FileType;
import java.util.UUID;

/**
 * An attachment that the caller may read.
 *
 * @param agencyId whose file it is
 * @param name for the file where it is saved: of references and numbers, of nobody's name
 */
public record OpenAttachment(UUID agencyId, UUID id, String name) {

  static OpenAttachment of(UUID agencyId, UUID id, String reference, FileType type) {
    // The end of the id, which is random: its beginning is the time.
    String mark = id.toString().substring(24);
    return new OpenAttachment(agencyId, id, reference + "-" + mark + type.ending());
  }
}
