package app.upline.identity.web;

import app.upline.platform.problem.CatalogEntry;

/** What the problem catalog says of signing in, and of who one is. */
enum SignInProblem implements CatalogEntry {
  SIGN_IN_FAILED("sign-in-failed", 401, "E-mail or password is wrong"),
  SESSION_ENDED("session-ended", 401, "The session is over"),
  SINGLE_SIGN_ON_FAILED("single-sign-on-failed", 401, "The sign-in elsewhere is not accepted"),
  SECOND_FACTOR_REQUIRED("second-factor-required", 403, "Use a second factor first"),
  CONFIRMATION_REQUIRED("confirmation-required", 403, "Confirm your identity"),
  NOT_ADMITTED("not-admitted", 403, "You cannot sign in here"),
  IDENTITY_PROVIDER_FAILED(
      "identity-provider-failed", 502, "The identity provider does not answer as it should");

  private final String slug;
  private final int status;
  private final String title;

  SignInProblem(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
