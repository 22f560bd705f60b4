package app.upline.identity;

import org.jspecify.annotations.Nullable;

/** A person, or a machine without an address, with what people want to see of one. */
public record Profile(CurrentUser user, @Nullable String email, String organizationName) {}
