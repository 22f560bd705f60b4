package app.upline.identity.web;

import app.upline.api.SingleSignOnApi;
import app.upline.api.model.IdentityProvider;
import app.upline.api.model.IdentityProviderChange;
import app.upline.api.model.Session;
import app.upline.api.model.SingleSignOnRedirect;
import app.upline.api.model.SingleSignOnReturn;
import app.upline.api.model.SingleSignOnStart;
import app.upline.identity.Callers;
import app.upline.identity.IdentityProviderOutcome;
import app.upline.identity.IdentityProviders;
import app.upline.identity.SingleSignOn;
import app.upline.identity.SingleSignOnResult.Begun;
import app.upline.identity.SingleSignOnResult.NotAdmitted;
import app.upline.identity.SingleSignOnResult.NotBelieved;
import app.upline.identity.SingleSignOnResult.NotOffered;
import app.upline.identity.SingleSignOnResult.ProviderDown;
import app.upline.identity.SingleSignOnResult.SignedIn;
import app.upline.identity.SingleSignOnResult.Throttled;
import app.upline.platform.http.ClientSources;
import app.upline.platform.http.ETags;
import app.upline.platform.oidc.Attempt;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing in at an organisation's own identity provider, and saying which that is. */
@Controller
class SingleSignOnController implements SingleSignOnApi {
  private static final int SECRET = 200;
  private static final int CODE = 4_000;
  private static final int ISSUER = 255;

  private final SingleSignOn singleSignOn;
  private final IdentityProviders providers;
  private final Callers callers;
  private final ClientSources sources;

  SingleSignOnController(
      SingleSignOn singleSignOn,
      IdentityProviders providers,
      Callers callers,
      ClientSources sources) {
    this.singleSignOn = singleSignOn;
    this.providers = providers;
    this.callers = callers;
    this.sources = sources;
  }

  @Override
  public HttpResponse<SingleSignOnRedirect> beginSingleSignOn(SingleSignOnStart body) {
    if (body.getOrganisationId() == null) {
      throw ProblemException.invalid(
          List.of(new Fault("/organisationId", "REQUIRED", "This is required.")));
    }
    return switch (singleSignOn.begin(body.getOrganisationId(), sources.current())) {
      case Begun begun ->
          HttpResponse.created(
              new SingleSignOnRedirect()
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
  public HttpResponse<Session> completeSingleSignOn(SingleSignOnReturn body) {
    List<Fault> faults = new ArrayList<>();
    String state = Credentials.text("/state", body.getState(), SECRET, faults);
    String browser = Credentials.text("/browserSecret", body.getBrowserSecret(), SECRET, faults);
    String code = Credentials.text("/code", body.getCode(), CODE, faults);
    if (body.getIss() != null) {
      Credentials.text("/iss", body.getIss(), ISSUER, faults);
    }
    Credentials.refuse(faults);
    return switch (singleSignOn.complete(
        new Attempt(state, browser), code, body.getIss(), sources.current())) {
      case SignedIn(var grant) -> HttpResponse.created(IdentityModels.session(grant));
      case NotBelieved() ->
          throw ProblemException.of(
              ProblemType.SINGLE_SIGN_ON_FAILED,
              "This sign-in is unknown, too old, was finished before, or the identity provider does"
                  + " not vouch for it. Begin again.");
      case NotAdmitted() ->
          throw ProblemException.of(
              ProblemType.NOT_ADMITTED,
              "Ask an administrator of your organisation: its audit trail says why.");
      case ProviderDown() -> throw providerDown();
      case Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  private static ProblemException providerDown() {
    return ProblemException.of(
        ProblemType.IDENTITY_PROVIDER_FAILED, "Try again, or ask your administrator.");
  }

  @Override
  public HttpResponse<IdentityProvider> getIdentityProvider(@Nullable String ifNoneMatch) {
    return answer(providers.of(callers.current()));
  }

  @Override
  public HttpResponse<IdentityProvider> replaceIdentityProvider(
      IdentityProviderChange body, @Nullable String ifMatch) {
    return switch (providers.replace(
        callers.current(),
        version -> ETags.requireMatch(ifMatch, ETags.of(version)),
        IdentityProviderModels.draft(body))) {
      case IdentityProviderOutcome.Saved(var provider) -> answer(provider);
      case IdentityProviderOutcome.Refused(var faults) -> throw ProblemException.invalid(faults);
      case IdentityProviderOutcome.Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  @Override
  public HttpResponse<Void> removeIdentityProvider(@Nullable String ifMatch) {
    providers.remove(callers.current(), version -> ETags.requireMatch(ifMatch, ETags.of(version)));
    return HttpResponse.noContent();
  }

  private HttpResponse<IdentityProvider> answer(app.upline.identity.IdentityProvider provider) {
    return HttpResponse.ok(
            IdentityProviderModels.model(
                provider, callers.current().organisationId(), singleSignOn.redirectUri()))
        .header(HttpHeaders.ETAG, ETags.of(provider.version()));
  }
}
