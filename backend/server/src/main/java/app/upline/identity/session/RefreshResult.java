package app.upline.identity.session;

/**
 * How an attempt to exchange a refresh token ended. No {@code Outcome}: whatever is wrong with the
 * token, the session is over, and nothing more is told.
 */
public sealed interface RefreshResult {
  /** The token was good; it is spent now. */
  record Refreshed(Grant grant) implements RefreshResult {}

  /** The token is unknown, expired, or was used some time before. */
  record SessionOver() implements RefreshResult {}
}
