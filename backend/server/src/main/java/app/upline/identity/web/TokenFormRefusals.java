package app.upline.identity.web;

import app.upline.api.model.OauthErrorDto;
import app.upline.platform.form.FormRefusals;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** A wrong form at the token endpoint, in the words of OAuth 2.0 (RFC 6749, section 5.2). */
@Singleton
final class TokenFormRefusals implements FormRefusals {

  @Override
  public String operation() {
    return "issueMachineToken";
  }

  @Override
  public HttpResponse<?> answer(ProblemException refusal) {
    return HttpResponse.badRequest(
        new OauthErrorDto()
            .error(isOfTheGrant(refusal) ? "unsupported_grant_type" : "invalid_request")
            .errorDescription(description(refusal)));
  }

  /** Whether the form is sound but for a grant that is not offered. */
  private static boolean isOfTheGrant(ProblemException refusal) {
    return refusal.faults().size() == 1
        && refusal.faults().getFirst().pointer().equals("/grant_type")
        && refusal.faults().getFirst().code().equals("INVALID_CODE");
  }

  private static String description(ProblemException refusal) {
    return refusal.faults().size() == 1
        ? refusal.faults().getFirst().pointer().replaceFirst("^/", "")
            + ": "
            + refusal.faults().getFirst().message()
        : refusal.detail();
  }
}
