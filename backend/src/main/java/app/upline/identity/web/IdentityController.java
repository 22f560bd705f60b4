package app.upline.identity.web;

import app.upline.api.IdentityApi;
import app.upline.api.model.ChallengeAnswer;
import app.upline.api.model.CurrentUser;
import app.upline.api.model.JsonWebKeySet;
import app.upline.api.model.PasswordByLink;
import app.upline.api.model.PasswordResetRequest;
import app.upline.api.model.RefreshSession;
import app.upline.api.model.Session;
import app.upline.api.model.SignIn;
import app.upline.api.model.SignInChallenge;
import app.upline.api.model.SignInLinkToken;
import app.upline.api.model.SignInPermit;
import app.upline.identity.Callers;
import app.upline.identity.InvitationService;
import app.upline.identity.PasswordService;
import app.upline.identity.RefreshResult;
import app.upline.identity.SessionService;
import app.upline.identity.SignInLinks;
import app.upline.identity.SignInResult;
import app.upline.identity.TokenKeys;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.throttle.TooMany;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.Duration;

/** Signing in, refreshing and signing out, and who the caller is. */
@Controller
class IdentityController implements IdentityApi {
  private final SessionService sessions;
  private final Callers callers;
  private final ClientSources sources;

  private final PasswordService passwords;
  private final InvitationService invitations;
  private final SignInLinks links;
  private final TokenKeys keys;

  IdentityController(
      SessionService sessions,
      PasswordService passwords,
      InvitationService invitations,
      SignInLinks links,
      TokenKeys keys,
      Callers callers,
      ClientSources sources) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.invitations = invitations;
    this.links = links;
    this.keys = keys;
    this.callers = callers;
    this.sources = sources;
  }

  @Override
  public HttpResponse<Session> signIn(SignIn signIn) {
    Credentials credentials = Credentials.of(signIn);
    return switch (sessions.signIn(
        credentials.email(), credentials.password(), credentials.permit(), sources.current())) {
      case SignInResult.SignedIn(var grant) -> HttpResponse.created(IdentityModels.session(grant));
      case SignInResult.Refused() ->
          throw ProblemException.of(
              ProblemType.SIGN_IN_FAILED, "Check the e-mail address and the password.");
      case SignInResult.Challenged(var challenge, var life) -> challenge(challenge, life);
      case SignInResult.Throttled(var met) -> throw tooMany(met);
    };
  }

  /** Nothing else is told of an account than of an address that nobody has. */
  private static ProblemException tooMany(TooMany met) {
    return ProblemException.tooMany(
        met,
        SessionService.isOver(met)
            ? "A hundred attempts in a row have failed: choose a new password by mail, POST"
                + " /v1/password-resets."
            : "There were too many attempts; try again in %d seconds, or ask for a link that lets you try at once: POST /v1/sign-in-links."
                .formatted(met.seconds()));
  }

  @Override
  public HttpResponse<Void> requestSignInLink(PasswordResetRequest request) {
    links
        .request(Credentials.email(request), sources.current())
        .ifPresent(
            met -> {
              throw ProblemException.tooMany(met);
            });
    return HttpResponse.accepted();
  }

  @Override
  public HttpResponse<SignInPermit> completeSignInLink(SignInLinkToken body) {
    Members members = new Members();
    String token = members.token("/token", body.getToken());
    members.check();
    return switch (links.redeem(token, sources.current())) {
      case SignInLinks.Redeemed.Permit(var permit, var life) ->
          HttpResponse.created(
              new SignInPermit().permit(permit).expiresIn(Math.toIntExact(life.toSeconds())));
      case SignInLinks.Redeemed.LinkInvalid() -> throw PasswordAnswers.linkInvalid();
      case SignInLinks.Redeemed.Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  @Override
  public HttpResponse<Session> answerSignInChallenge(ChallengeAnswer body) {
    Members members = new Members();
    String challenge = members.token("/challenge", body.getChallenge());
    String code = members.code("/code", body.getCode());
    members.check();
    return switch (sessions.answer(challenge, code, sources.current())) {
      case SignInResult.SignedIn(var grant) -> HttpResponse.created(IdentityModels.session(grant));
      case SignInResult.Throttled(var met) -> throw tooMany(met);
      case SignInResult.Refused(), SignInResult.Challenged(_, _) ->
          throw ProblemException.of(
              ProblemType.SIGN_IN_FAILED,
              "The code is wrong or was used before, or the challenge is too old.");
    };
  }

  /** The contract has two answers to signing in; the generated method knows the first only. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static HttpResponse<Session> challenge(String challenge, Duration life) {
    return (HttpResponse)
        HttpResponse.accepted()
            .body(
                new SignInChallenge()
                    .challenge(challenge)
                    .expiresIn(Math.toIntExact(life.toSeconds())));
  }

  @Override
  public JsonWebKeySet getTokenKeys() {
    return IdentityModels.keys(keys.published());
  }

  @Override
  public HttpResponse<Session> refreshSession(RefreshSession refreshSession) {
    return switch (sessions.refresh(Credentials.refreshToken(refreshSession))) {
      case RefreshResult.Refreshed(var grant) ->
          HttpResponse.created(IdentityModels.session(grant));
      case RefreshResult.SessionOver() -> throw sessionEnded();
    };
  }

  @Override
  public HttpResponse<Void> endSession(RefreshSession refreshSession) {
    sessions.end(Credentials.refreshToken(refreshSession));
    return HttpResponse.noContent();
  }

  @Override
  public CurrentUser getCurrentUser() {
    CurrentUser user = IdentityModels.user(sessions.profileOf(callers.current()));
    return callers
        .scopes()
        .map(scopes -> user.scopes(scopes.stream().sorted().toList()))
        .orElse(user);
  }

  private static ProblemException sessionEnded() {
    return ProblemException.of(
        ProblemType.SESSION_ENDED,
        "The refresh token is unknown, expired, or was used before; sign in again.");
  }

  @Override
  public HttpResponse<Void> requestPasswordReset(PasswordResetRequest request) {
    String email = Credentials.email(request);
    passwords
        .requestReset(email, sources.current())
        .ifPresent(
            met -> {
              throw ProblemException.tooMany(met);
            });
    return HttpResponse.accepted();
  }

  @Override
  public HttpResponse<Void> completePasswordReset(PasswordByLink body) {
    LinkCredentials shown = LinkCredentials.of(body);
    return PasswordAnswers.of(passwords.reset(shown.token(), shown.password(), sources.current()));
  }

  @Override
  public HttpResponse<Void> acceptInvitation(PasswordByLink body) {
    LinkCredentials shown = LinkCredentials.of(body);
    return PasswordAnswers.of(
        invitations.accept(shown.token(), shown.password(), sources.current()));
  }
}
