package app.upline.identity.secondfactor;

import java.util.List;

/** What stands in for an authenticator app that was lost; shown this once. */
public record NewRecoveryCodes(List<String> codes) {
  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "NewRecoveryCodes";
  }
}
