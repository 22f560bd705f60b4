package app.upline.identity;

/**
 * The claims of an access token beyond the registered ones. A token says who calls and in which
 * session, and nothing that could be out of date: what the caller may do is looked up.
 */
final class AccessTokenClaims {
  /** The session that the token was issued in; it ends with it. */
  static final String SESSION = "sid";

  private AccessTokenClaims() {}
}
