package app.upline.identity.web;

import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of a body that are secrets, and tells all that is missing at once. */
final class Members {
  private static final int CODE_LENGTH = 40;
  private static final int TOKEN_LENGTH = 200;

  private final List<Fault> faults = new ArrayList<>();

  String password(String pointer, @Nullable String value) {
    return Credentials.text(pointer, value, Credentials.PASSWORD_LENGTH, faults);
  }

  @Nullable String passwordIfAny(String pointer, @Nullable String value) {
    return value == null ? null : password(pointer, value);
  }

  @Nullable String codeIfAny(String pointer, @Nullable String value) {
    return value == null ? null : code(pointer, value);
  }

  String code(String pointer, @Nullable String value) {
    return Credentials.text(pointer, value, CODE_LENGTH, faults);
  }

  String token(String pointer, @Nullable String value) {
    return Credentials.text(pointer, value, TOKEN_LENGTH, faults);
  }

  void check() {
    Credentials.refuse(faults);
  }
}
