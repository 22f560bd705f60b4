package app.upline.identity.web;

import app.upline.api.OwnAccountApi;
import app.upline.api.model.CodeProof;
import app.upline.api.model.Confirmation;
import app.upline.api.model.IdentityProof;
import app.upline.api.model.OwnSessionPage;
import app.upline.api.model.PasswordAndCodeProof;
import app.upline.api.model.PasswordChange;
import app.upline.api.model.PasswordProof;
import app.upline.api.model.RecoveryCodes;
import app.upline.api.model.SecondFactorSecret;
import app.upline.api.model.SessionsEnd;
import app.upline.identity.Callers;
import app.upline.identity.Confirmations;
import app.upline.identity.OwnSessions;
import app.upline.identity.PasswordService;
import app.upline.identity.SecondFactorOutcome;
import app.upline.identity.SecondFactorService;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
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
  private final Callers callers;

  OwnAccountController(
      PasswordService passwords,
      SecondFactorService factors,
      OwnSessions sessions,
      Confirmations confirmations,
      Callers callers) {
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.confirmations = confirmations;
    this.callers = callers;
  }

  @Override
  public HttpResponse<Void> changeMyPassword(PasswordChange body) {
    Members members = new Members();
    String current = members.password("/currentPassword", body.getCurrentPassword());
    String wanted = members.password("/newPassword", body.getNewPassword());
    members.check();
    return PasswordAnswers.of(
        passwords.change(callers.current(), callers.session(), current, wanted));
  }

  @Override
  public Confirmation confirmIdentity(IdentityProof body) {
    Members members = new Members();
    String password = members.passwordIfAny("/password", body.getPassword());
    String code = members.codeIfAny("/code", body.getCode());
    members.check();
    return switch (confirmations.confirm(callers.current(), callers.session(), password, code)) {
      case Confirmations.Outcome.Confirmed(var until) ->
          new Confirmation().confirmedUntil(until.atOffset(ZoneOffset.UTC));
      case Confirmations.Outcome.Refused(var faults) -> throw ProblemException.invalid(faults);
      case Confirmations.Outcome.WrongState(var why) ->
          throw ProblemException.wrongState(why, List.of());
      case Confirmations.Outcome.Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  @Override
  public HttpResponse<SecondFactorSecret> beginSecondFactor(PasswordProof body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    members.check();
    return switch (factors.begin(callers.current(), callers.session(), password)) {
      case SecondFactorOutcome.Begun(var secret, var uri) ->
          HttpResponse.created(new SecondFactorSecret().secret(secret).uri(uri));
      case SecondFactorOutcome other -> throw refusal(other);
    };
  }

  @Override
  public RecoveryCodes confirmSecondFactor(CodeProof body) {
    Members members = new Members();
    String code = members.code("/code", body.getCode());
    members.check();
    return codes(factors.confirm(callers.current(), callers.session(), code));
  }

  @Override
  public HttpResponse<RecoveryCodes> replaceRecoveryCodes(PasswordAndCodeProof body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    String code = members.code("/code", body.getCode());
    members.check();
    return HttpResponse.created(
        codes(factors.replaceCodes(callers.current(), callers.session(), password, code)));
  }

  @Override
  public HttpResponse<Void> removeSecondFactor(PasswordAndCodeProof body) {
    Members members = new Members();
    String password = members.password("/password", body.getPassword());
    String code = members.code("/code", body.getCode());
    members.check();
    return switch (factors.remove(callers.current(), callers.session(), password, code)) {
      case SecondFactorOutcome.Removed() -> HttpResponse.noContent();
      case SecondFactorOutcome other -> throw refusal(other);
    };
  }

  @Override
  public OwnSessionPage listMySessions(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("sessions");
    Page<OwnSessions.OwnSession> page =
        sessions.list(callers.current(), cursors.request(cursor, limit, false));
    UUID current = callers.session();
    return new OwnSessionPage()
        .items(
            page.items().stream().map(session -> IdentityModels.session(session, current)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<Void> endMySessions(SessionsEnd body) {
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

  private static RecoveryCodes codes(SecondFactorOutcome outcome) {
    if (outcome instanceof SecondFactorOutcome.InUse(var codes)) {
      return new RecoveryCodes().codes(codes);
    }
    throw refusal(outcome);
  }

  private static ProblemException refusal(SecondFactorOutcome outcome) {
    return switch (outcome) {
      case SecondFactorOutcome.Refused(var faults) -> ProblemException.invalid(faults);
      case SecondFactorOutcome.WrongState(var why) -> ProblemException.wrongState(why, List.of());
      case SecondFactorOutcome.Throttled(var met) -> ProblemException.tooMany(met);
      case SecondFactorOutcome.Begun begun -> throw new IllegalArgumentException("no refusal");
      case SecondFactorOutcome.InUse inUse -> throw new IllegalArgumentException("no refusal");
      case SecondFactorOutcome.Removed removed -> throw new IllegalArgumentException("no refusal");
    };
  }
}
