package app.upline.identity.web;

import app.upline.api.IdentityApi;
import app.upline.api.model.ChallengeAnswerDto;
import app.upline.api.model.CurrentUserDto;
import app.upline.api.model.JsonWebKeySetDto;
import app.upline.api.model.PasswordByLinkDto;
import app.upline.api.model.PasswordResetRequestDto;
import app.upline.api.model.RefreshSessionDto;
import app.upline.api.model.RefreshTokenPlaceDto;
import app.upline.api.model.SessionDto;
import app.upline.api.model.SignInDto;
import app.upline.api.model.SignInLinkTokenDto;
import app.upline.api.model.SignInPermitDto;
import app.upline.api.model.SignInResultDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.account.OwnProfile;
import app.upline.identity.limits.SignInPermit;
import app.upline.identity.people.InvitationAcceptance;
import app.upline.identity.session.PasswordService;
import app.upline.identity.session.RefreshResult;
import app.upline.identity.session.SessionService;
import app.upline.identity.session.SignInLinks;
import app.upline.identity.session.SignInResult;
import app.upline.identity.token.TokenKeys;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.throttle.TooMany;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;

/** Signing in, refreshing and signing out, and who the caller is. */
@Controller
class IdentityController implements IdentityApi {
  private final SessionService sessions;
  private final CurrentUserProvider callers;
  private final ClientSources sources;

  private final PasswordService passwords;
  private final InvitationAcceptance invitations;
  private final SignInLinks links;
  private final TokenKeys keys;
  private final OwnProfile profile;

  IdentityController(
      SessionService sessions,
      PasswordService passwords,
      InvitationAcceptance invitations,
      SignInLinks links,
      TokenKeys keys,
      OwnProfile profile,
      CurrentUserProvider callers,
      ClientSources sources) {
    this.sessions = sessions;
    this.passwords = passwords;
    this.invitations = invitations;
    this.links = links;
    this.keys = keys;
    this.profile = profile;
    this.callers = callers;
    this.sources = sources;
  }

  @Override
  public HttpResponse<SignInResultDto> signIn(SignInDto signIn) {
    Credentials credentials = Credentials.of(signIn);
    return switch (sessions.signIn(
        credentials.email(), credentials.password(), credentials.permit(), sources.current())) {
      case SignInResult.SignedIn(var grant) ->
          IdentityModels.signedIn(grant, signIn.getRefreshTokenIn());
      case SignInResult.Refused() ->
          throw ProblemException.of(
              SignInProblem.SIGN_IN_FAILED, "Check the e-mail address and the password.");
      case SignInResult.Challenged(var challenge, var life) ->
          HttpResponse.created(IdentityModels.challenged(challenge, life));
      case SignInResult.Throttled(var met) -> throw tooMany(met);
    };
  }

  /** The answer is the same whether the address has an account or not. */
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
  public HttpResponse<Void> requestSignInLink(PasswordResetRequestDto request) {
    links
        .request(Credentials.email(request), sources.current())
        .ifPresent(
            met -> {
              throw ProblemException.tooMany(met);
            });
    return HttpResponse.accepted();
  }

  @Override
  public HttpResponse<SignInPermitDto> completeSignInLink(SignInLinkTokenDto body) {
    Members members = new Members();
    String token = members.token("/token", body.getToken());
    members.check();
    SignInPermit permit = links.redeem(token, sources.current()).orElseThrow(ProblemException::of);
    return HttpResponse.created(
        new SignInPermitDto()
            .permit(permit.permit())
            .expiresIn(Math.toIntExact(permit.life().toSeconds())));
  }

  @Override
  public HttpResponse<SignInResultDto> answerSignInChallenge(ChallengeAnswerDto body) {
    Members members = new Members();
    String challenge = members.token("/challenge", body.getChallenge());
    String code = members.code("/code", body.getCode());
    members.check();
    return switch (sessions.answer(challenge, code, sources.current())) {
      case SignInResult.SignedIn(var grant) ->
          IdentityModels.signedIn(grant, body.getRefreshTokenIn());
      case SignInResult.Throttled(var met) -> throw tooMany(met);
      case SignInResult.Refused(), SignInResult.Challenged(_, _) ->
          throw ProblemException.of(
              SignInProblem.SIGN_IN_FAILED,
              "The code is wrong or was used before, or the challenge is too old.");
    };
  }

  @Override
  public JsonWebKeySetDto getTokenKeys() {
    return IdentityModels.keys(keys.published());
  }

  @Override
  public HttpResponse<SessionDto> refreshSession(RefreshSessionDto refreshSession) {
    Optional<String> sent = Credentials.refreshToken(refreshSession);
    String token =
        sent.or(IdentityController::cookie).orElseThrow(IdentityController::sessionEnded);
    return switch (sessions.refresh(token)) {
      case RefreshResult.Refreshed(var grant) ->
          IdentityModels.refreshed(
              grant, sent.isPresent() ? RefreshTokenPlaceDto.BODY : RefreshTokenPlaceDto.COOKIE);
      case RefreshResult.SessionOver() -> throw sessionEnded();
    };
  }

  @Override
  public HttpResponse<Void> endSession(RefreshSessionDto refreshSession) {
    Optional<String> sent = Credentials.refreshToken(refreshSession);
    sent.or(IdentityController::cookie).ifPresent(sessions::end);
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return sent.isPresent() ? answer : SessionCookie.end(answer);
  }

  private static Optional<String> cookie() {
    return SessionCookie.of(ServerRequestContext.currentRequest().orElseThrow());
  }

  @Override
  public CurrentUserDto getCurrentUser() {
    CurrentUserDto user = IdentityModels.user(sessions.profileOf(callers.current()));
    return callers
        .scopes()
        .map(scopes -> user.scopes(scopes.stream().sorted().toList()))
        .orElse(user);
  }

  private static ProblemException sessionEnded() {
    return ProblemException.of(
        SignInProblem.SESSION_ENDED,
        "The refresh token is missing, unknown, expired, or was used before; sign in again.");
  }

  @Override
  public HttpResponse<Void> requestPasswordReset(PasswordResetRequestDto request) {
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
  public HttpResponse<Void> completePasswordReset(PasswordByLinkDto body) {
    LinkCredentials shown = LinkCredentials.of(body);
    passwords
        .reset(shown.token(), shown.password(), sources.current())
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<Void> confirmEmailChange(SignInLinkTokenDto body) {
    Members members = new Members();
    String token = members.token("/token", body.getToken());
    members.check();
    profile.confirmAddress(token, sources.current()).orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<Void> acceptInvitation(PasswordByLinkDto body) {
    LinkCredentials shown = LinkCredentials.of(body);
    invitations
        .accept(shown.token(), shown.password(), sources.current())
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }
}
