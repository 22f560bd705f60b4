package app.upline.identity.token;

/**
 * The claims of an access token beyond the registered ones. A token says who calls and in which
 * session, and nothing that could be out of date: what the caller may do is looked up.
 */
final class AccessTokenClaims {
  /** The session that the token was issued in; it ends with it. */
  static final String SESSION = "sid";

  /** The credential that a machine showed for the token; it ends with it. */
  static final String CREDENTIAL = "cid";

  /** RFC 9068, section 2.2: the service account. */
  static final String CLIENT = "client_id";

  /** RFC 8693, section 4.2: what the machine asked for, parted by spaces. */
  static final String SCOPE = "scope";

  private AccessTokenClaims() {}
}
