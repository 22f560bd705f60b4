package app.upline.identity;

/** A user with what people want to see of one. */
public record Profile(CurrentUser user, String email, String organisationName) {}
