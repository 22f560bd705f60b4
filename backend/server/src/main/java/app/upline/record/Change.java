package app.upline.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param id chosen before, so that rows of one sheet can refer to each other
 * @param before what it was, null when it is new
 */
public record Change<R, D>(UUID id, @Nullable R before, D details) {}
