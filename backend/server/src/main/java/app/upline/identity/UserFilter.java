package app.upline.identity;

import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted; what is null does not matter.
 *
 * @param query words of the name, or the beginning of the address
 * @param active whether the account can be used
 */
public record UserFilter(@Nullable String query, @Nullable Role role, @Nullable Boolean active) {}
