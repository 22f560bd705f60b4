package app.upline.identity;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;

/** How a change to the own second factor ended. */
public sealed interface SecondFactorOutcome {
  /**
   * Begun.
   *
   * @param secret in base32, as people type it
   * @param uri what a QR code shows to the app
   */
  record Begun(String secret, String uri) implements SecondFactorOutcome {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Begun";
    }
  }

  /** In use, with these recovery codes. */
  record InUse(List<String> recoveryCodes) implements SecondFactorOutcome {
    /** Keeps the codes out of logs. */
    @Override
    public String toString() {
      return "InUse";
    }
  }

  /** Not in use any more. */
  record Removed() implements SecondFactorOutcome {}

  /** Password or code will not do. */
  record Refused(List<Fault> faults) implements SecondFactorOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements SecondFactorOutcome {}

  /** There were too many attempts. */
  record Throttled(TooMany met) implements SecondFactorOutcome {}
}
