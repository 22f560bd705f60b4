package app.upline.oversight;

import java.time.Instant;

/** What a carrier concludes of an incident, whatever the agency found. */
public record Conclusion(Code code, String reason, String by, Instant at) {

  /** The codes of the contract. */
  public enum Code {
    FOUNDED,
    UNFOUNDED,
    INCONCLUSIVE
  }
}
