package app.upline.identity.web;

import app.upline.api.OwnAccountApi;
import app.upline.api.model.CodeProofDto;
import app.upline.api.model.ConfirmationDto;
import app.upline.api.model.CurrentUserDto;
import app.upline.api.model.EmailChangeDto;
import app.upline.api.model.IdentityProofDto;
import app.upline.api.model.NameChangeDto;
import app.upline.api.model.OwnSessionPageDto;
import app.upline.api.model.PasswordAndCodeProofDto;
import app.upline.api.model.PasswordChangeDto;
import app.upline.api.model.PasswordProofDto;
import app.upline.api.model.RecoveryCodesDto;
import app.upline.api.model.SecondFactorSecretDto;
import app.upline.api.model.SessionsEndDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.account.OwnProfile;
import app.upline.identity.secondfactor.NewRecoveryCodes;
import app.upline.identity.secondfactor.SecondFactorSecret;
import app.upline.identity.secondfactor.SecondFactorService;
import app.upline.identity.session.Confirmations;
import app.upline.identity.session.OwnSessions;
import app.upline.identity.session.PasswordService;
import app.upline.platform.http.ClientSources;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody does with the own account. */
@Controller
class OwnAccountController implements OwnAccountApi {
  private final PasswordService passwords;
  private final SecondFactorService factors;
  private final OwnSessions sessions;
  private final Confirmations confirmations;
  private final OwnProfile profile;
  private final CurrentUserProvider callers;
  private final ClientSources sources;

  OwnAccountController(
      PasswordService passwords,
      SecondFactorService factors,
      OwnSessions sessions,
      Confirmations confirmations,
      OwnProfile profile,
      CurrentUserProvider callers,
      ClientSources sources) {
    this.profile = profile;
    this.sources = sources;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.confirmations = confirmations;
    this.callers = callers;
  }

  @Override
  public HttpResponse<Void> changeMyPassword(PasswordChangeDto body) {
    Members members = new Members();
    String current = members.password("/currentPassword", body.getCurrentPassword());
    String wanted = members.password("/newPassword", body.getNewPassword());
    members.check();
    passwords
        .change(callers.current(), callers.session(), current, wanted)
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  @Idempotent
  public CurrentUserDto changeMyName(NameChangeDto body, @Nullable String idempotencyKey) {
    return IdentityModels.user(
        profile.rename(callers.current(), body.getName()).orElseThrow(ProblemException::of));
  }

  @Override
  @Idempotent
  public HttpResponse<Void> changeMyEmail(EmailChangeDto body, @Nullable String idempotencyKey) {
    profile
        .askForAddress(callers.current(), body.getEmail(), sources.current())
        .orElseThrow(ProblemException::of);
    return HttpResponse.accepted();
  }

  @Override
  public ConfirmationDto confirmIdentity(IdentityProofDto body) {
    Members members = new Members();
    String password = members.passwordIfAny("/password", body.getPassword());
    String code = members.codeIfAny("/code", body.getCode());
    members.check();
    Instant until =
        confirmations
            .confirm(callers.current(), callers.session(), password, code)
            .orElseThrow(ProblemException::of);
    return new ConfirmationDto().confirmedUntil(until.atOffset(ZoneOffset.UTC));
  }

  @Override
  public HttpResponse<SecondFactorSecretDto> beginSecondFactor(PasswordProofDto body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    members.check();
    SecondFactorSecret begun =
        factors
            .begin(callers.current(), callers.session(), password)
            .orElseThrow(ProblemException::of);
    return HttpResponse.created(
        new SecondFactorSecretDto().secret(begun.secret()).uri(begun.uri()));
  }

  @Override
  public RecoveryCodesDto confirmSecondFactor(CodeProofDto body) {
    Members members = new Members();
    String code = members.code("/code", body.getCode());
    members.check();
    return codes(factors.confirm(callers.current(), callers.session(), code));
  }

  @Override
  public HttpResponse<RecoveryCodesDto> replaceRecoveryCodes(PasswordAndCodeProofDto body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    String code = members.code("/code", body.getCode());
    members.check();
    return HttpResponse.created(
        codes(factors.replaceCodes(callers.current(), callers.session(), password, code)));
  }

  @Override
  public HttpResponse<Void> disableSecondFactor(PasswordAndCodeProofDto body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    String code = members.code("/code", body.getCode());
    members.check();
    factors
        .remove(callers.current(), callers.session(), password, code)
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  public OwnSessionPageDto listMySessions(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("sessions");
    Page<OwnSessions.OwnSession> page =
        sessions.list(callers.current(), cursors.request(cursor, limit, false));
    UUID current = callers.session();
    return new OwnSessionPageDto()
        .items(
            page.items().stream().map(session -> IdentityModels.session(session, current)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<Void> endMySessions(SessionsEndDto body) {
    if (body.getIncludeCurrent() == null) {
      throw ProblemException.invalid(
          List.of(new Fault("/includeCurrent", "REQUIRED", "This is required.")));
    }
    sessions.endAll(callers.current(), callers.session(), body.getIncludeCurrent());
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<Void> endMySession(UUID sessionId) {
    if (!sessions.end(callers.current(), sessionId)) {
      throw ProblemException.notFound("session");
    }
    return HttpResponse.noContent();
  }

  private static RecoveryCodesDto codes(Outcome<NewRecoveryCodes> outcome) {
    return new RecoveryCodesDto().codes(outcome.orElseThrow(ProblemException::of).codes());
  }
}
