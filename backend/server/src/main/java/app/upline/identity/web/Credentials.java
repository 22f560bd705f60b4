package app.upline.identity.web;

import app.upline.api.model.PasswordResetRequestDto;
import app.upline.api.model.RefreshSessionDto;
import app.upline.api.model.SignInDto;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person shows to be let in, complete and of a sensible length. */
record Credentials(String email, String password, @Nullable String permit) {
  static final int EMAIL_LENGTH = 254;
  static final int PASSWORD_LENGTH = 1_000;
  private static final int REFRESH_TOKEN_LENGTH = 200;

  static Credentials of(SignInDto body) {
    List<Fault> faults = new ArrayList<>();
    String email = text("/email", body.getEmail(), EMAIL_LENGTH, faults);
    String password = text("/password", body.getPassword(), PASSWORD_LENGTH, faults);
    String permit =
        body.getPermit() == null
            ? null
            : text("/permit", body.getPermit(), REFRESH_TOKEN_LENGTH, faults);
    refuse(faults);
    return new Credentials(email, password, permit);
  }

  /** The token that was sent in the body; none where the cookie has it. */
  static Optional<String> refreshToken(RefreshSessionDto body) {
    if (body.getRefreshToken() == null) {
      return Optional.empty();
    }
    List<Fault> faults = new ArrayList<>();
    String token = text("/refreshToken", body.getRefreshToken(), REFRESH_TOKEN_LENGTH, faults);
    refuse(faults);
    return Optional.of(token);
  }

  static String email(PasswordResetRequestDto body) {
    List<Fault> faults = new ArrayList<>();
    String email = text("/email", body.getEmail(), EMAIL_LENGTH, faults);
    refuse(faults);
    return email;
  }

  static String text(String pointer, @Nullable String value, int length, List<Fault> faults) {
    if (value == null || value.isEmpty()) {
      faults.add(new Fault(pointer, "REQUIRED", "This is required."));
      return "";
    }
    if (value.length() > length) {
      faults.add(new Fault(pointer, "TOO_LONG", "Write at most %d characters.".formatted(length)));
    }
    return value;
  }

  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "Credentials";
  }
}
