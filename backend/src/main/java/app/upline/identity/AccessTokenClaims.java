package app.upline.identity;

/** The claims of an access token beyond the registered ones. */
final class AccessTokenClaims {
  static final String PERSON_NAME = "name";
  static final String ORGANISATION_KIND = "org_kind";
  static final String ORGANISATION_ID = "org_id";
  static final String ROLES = "roles";

  /**
   * The session that the token was issued in: where ending a session can one day end its tokens.
   */
  static final String SESSION = "sid";

  private AccessTokenClaims() {}
}
