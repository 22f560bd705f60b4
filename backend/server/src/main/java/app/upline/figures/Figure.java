package app.upline.figures;

import org.jspecify.annotations.Nullable;

/**
 * How many incidents have something in common.
 *
 * @param code a code, a month or an id; null for those that have none
 * @param name of what an id stands for
 */
public record Figure(@Nullable String code, @Nullable String name, long count) {}
