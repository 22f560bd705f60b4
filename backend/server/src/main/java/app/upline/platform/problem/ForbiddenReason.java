package app.upline.platform.problem;

import io.micronaut.http.HttpRequest;

/** Why a request is refused with 403, where it is for something else than the caller's roles. */
public final class ForbiddenReason {
  static final String ATTRIBUTE = "upline.forbidden-reason";

  private ForbiddenReason() {}

  /**
   * Says why, in place of the usual sentence.
   *
   * @param sentence to the caller: what is missing, and who can fix it
   */
  public static void say(HttpRequest<?> request, String sentence) {
    request.setAttribute(ATTRIBUTE, sentence);
  }
}
