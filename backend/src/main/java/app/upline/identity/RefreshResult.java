package app.upline.identity;

/** How an attempt to exchange a refresh token ended. */
public sealed interface RefreshResult {
  /** The token was good; it is spent now. */
  record Refreshed(Grant grant) implements RefreshResult {}

  /** The token is unknown, expired, or was used before. */
  record SessionOver() implements RefreshResult {}
}
