package app.upline.identity.web;

import app.upline.api.OwnAccountApi;
import app.upline.api.model.PasswordChange;
import app.upline.identity.Callers;
import app.upline.identity.PasswordService;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.ArrayList;
import java.util.List;

/** What everybody does with the own account. */
@Controller
class OwnAccountController implements OwnAccountApi {
  private final PasswordService passwords;
  private final Callers callers;

  OwnAccountController(PasswordService passwords, Callers callers) {
    this.passwords = passwords;
    this.callers = callers;
  }

  @Override
  public HttpResponse<Void> changeMyPassword(PasswordChange body) {
    List<Fault> faults = new ArrayList<>();
    String current =
        Credentials.text(
            "/currentPassword", body.getCurrentPassword(), Credentials.PASSWORD_LENGTH, faults);
    String wanted =
        Credentials.text(
            "/newPassword", body.getNewPassword(), Credentials.PASSWORD_LENGTH, faults);
    Credentials.refuse(faults);
    return PasswordAnswers.of(
        passwords.change(callers.current(), callers.session(), current, wanted));
  }
}
