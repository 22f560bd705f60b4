package app.upline.publication;

import app.upline.audit.Digest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A section of a carrier's resource center.
 *
 * @param parentId the section that it is in
 * @param position among its siblings; of the same, by title
 */
public record ResourceSection(
    UUID id,
    UUID carrierId,
    String carrierName,
    @Nullable UUID parentId,
    String title,
    int position,
    int version) {

  String digest() {
    return Digest.of(version, parentId, title, position);
  }
}
