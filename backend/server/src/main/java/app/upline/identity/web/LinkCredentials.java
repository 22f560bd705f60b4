package app.upline.identity.web;

import app.upline.api.model.PasswordByLinkDto;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;

/** What a person who comes by a mailed link shows. */
record LinkCredentials(String token, String password) {
  private static final int TOKEN_LENGTH = 200;

  static LinkCredentials of(PasswordByLinkDto body) {
    List<Fault> faults = new ArrayList<>();
    String token = Credentials.text("/token", body.getToken(), TOKEN_LENGTH, faults);
    String password =
        Credentials.text("/password", body.getPassword(), Credentials.PASSWORD_LENGTH, faults);
    Credentials.refuse(faults);
    return new LinkCredentials(token, password);
  }

  /** Keeps both out of logs. */
  @Override
  public String toString() {
    return "LinkCredentials";
  }
}
