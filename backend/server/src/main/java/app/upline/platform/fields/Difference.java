package app.upline.platform.fields;

import org.jspecify.annotations.Nullable;

/**
 * A field that is not what it was.
 *
 * @param before as people read it; null when there was none
 * @param after as people read it; null when there is none
 */
public record Difference(
    String pointer, String label, @Nullable String before, @Nullable String after) {}
