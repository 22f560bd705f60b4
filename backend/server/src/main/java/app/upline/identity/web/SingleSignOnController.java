package app.upline.identity.web;

import app.upline.api.SingleSignOnApi;
import app.upline.api.model.IdentityProviderChangeDto;
import app.upline.api.model.IdentityProviderDto;
import app.upline.api.model.SignInResultDto;
import app.upline.api.model.SingleSignOnRedirectDto;
import app.upline.api.model.SingleSignOnReturnDto;
import app.upline.api.model.SingleSignOnStartDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.singlesignon.IdentityProvider;
import app.upline.identity.singlesignon.IdentityProviders;
import app.upline.identity.singlesignon.SingleSignOn;
import app.upline.identity.singlesignon.SingleSignOnResult.Begun;
import app.upline.identity.singlesignon.SingleSignOnResult.NotAdmitted;
import app.upline.identity.singlesignon.SingleSignOnResult.NotBelieved;
import app.upline.identity.singlesignon.SingleSignOnResult.NotOffered;
import app.upline.identity.singlesignon.SingleSignOnResult.ProviderDown;
import app.upline.identity.singlesignon.SingleSignOnResult.SignedIn;
import app.upline.identity.singlesignon.SingleSignOnResult.Throttled;
import app.upline.platform.http.ClientSources;
import app.upline.platform.http.ETags;
import app.upline.platform.oidc.ProviderSignIn;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in at an organizations own identity provider, and saying which that is. */
@Controller
class SingleSignOnController implements SingleSignOnApi {
  private static final int SECRET = 200;
  private static final int CODE = 4_000;
  private static final int ISSUER = 255;

  private final SingleSignOn singleSignOn;
  private final IdentityProviders providers;
  private final CurrentUserProvider callers;
  private final ClientSources sources;

  SingleSignOnController(
      SingleSignOn singleSignOn,
      IdentityProviders providers,
      CurrentUserProvider callers,
      ClientSources sources) {
    this.singleSignOn = singleSignOn;
    this.providers = providers;
    this.callers = callers;
    this.sources = sources;
  }

  @Override
  public HttpResponse<SingleSignOnRedirectDto> beginSingleSignOn(SingleSignOnStartDto body) {
    if (body.getOrganizationId() == null) {
      throw ProblemException.invalid(
          List.of(new Fault("/organizationId", "REQUIRED", "This is required.")));
    }
    return switch (singleSignOn.begin(body.getOrganizationId(), sources.current())) {
      case Begun begun ->
          HttpResponse.created(
              new SingleSignOnRedirectDto()
                  .authorizationUrl(begun.authorization())
                  .state(begun.state())
                  .browserSecret(begun.browserSecret())
                  .expiresIn(Math.toIntExact(begun.life().toSeconds())));
      case NotOffered() -> throw ProblemException.notFound("identity provider");
      case ProviderDown() -> throw providerDown();
      case Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  @Override
  public HttpResponse<SignInResultDto> completeSingleSignOn(SingleSignOnReturnDto body) {
    List<Fault> faults = new ArrayList<>();
    String state = Credentials.text("/state", body.getState(), SECRET, faults);
    String browser = Credentials.text("/browserSecret", body.getBrowserSecret(), SECRET, faults);
    String code = Credentials.text("/code", body.getCode(), CODE, faults);
    if (body.getIss() != null) {
      Credentials.text("/iss", body.getIss(), ISSUER, faults);
    }
    Credentials.refuse(faults);
    return switch (singleSignOn.complete(
        new ProviderSignIn(state, browser), code, body.getIss(), sources.current())) {
      case SignedIn(var grant) -> IdentityModels.signedIn(grant, body.getRefreshTokenIn());
      case NotBelieved() ->
          throw ProblemException.of(
              SignInProblem.SINGLE_SIGN_ON_FAILED,
              "This sign-in is unknown, too old, was finished before, or the identity provider does"
                  + " not vouch for it. Begin again.");
      case NotAdmitted() ->
          throw ProblemException.of(
              SignInProblem.NOT_ADMITTED,
              "Ask an administrator of your organization: its audit trail says why.");
      case ProviderDown() -> throw providerDown();
      case Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  private static ProblemException providerDown() {
    return ProblemException.of(
        SignInProblem.IDENTITY_PROVIDER_FAILED, "Try again, or ask your administrator.");
  }

  @Override
  public HttpResponse<IdentityProviderDto> getIdentityProvider(@Nullable String ifNoneMatch) {
    return answer(providers.of(callers.current()));
  }

  @Override
  public HttpResponse<IdentityProviderDto> replaceIdentityProvider(
      @Nullable String ifMatch, IdentityProviderChangeDto body) {
    return answer(
        providers
            .replace(callers.current(), ETags.expected(ifMatch), IdentityProviderModels.draft(body))
            .orElseThrow(ProblemException::of));
  }

  @Override
  public HttpResponse<Void> removeIdentityProvider(@Nullable String ifMatch) {
    providers.remove(callers.current(), ETags.expected(ifMatch)).orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  private HttpResponse<IdentityProviderDto> answer(IdentityProvider provider) {
    return HttpResponse.ok(
            IdentityProviderModels.model(
                provider, callers.current().organizationId(), singleSignOn.redirectUri()))
        .header(HttpHeaders.ETAG, ETags.of(provider.version()));
  }
}
