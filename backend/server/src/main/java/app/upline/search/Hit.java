package app.upline.search;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param reference where it has one
 * @param title by what people call it
 * @param detail a few words that tell it from others of its name
 * @param other the organization on the other side, where there is one
 */
public record Hit(
    UUID id,
    @Nullable String reference,
    String title,
    @Nullable String detail,
    @Nullable Organization other) {

  /** An organization by its name. */
  public record Organization(UUID id, String name) {}
}
