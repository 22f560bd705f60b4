package app.upline.oversight;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a carrier found on an incident, or noted, with what the agency answered. */
public record Finding(
    UUID id,
    UUID incidentId,
    Kind kind,
    boolean visibleToAgency,
    String text,
    String by,
    Instant at,
    List<Answer> answers) {

  /** The codes of the contract. */
  public enum Kind {
    FINDING,
    NOTE,
    REQUEST
  }

  /** What the agency says to it. */
  public record Answer(String text, String by, Instant at) {}

  Finding withAnswers(List<Answer> given) {
    return new Finding(id, incidentId, kind, visibleToAgency, text, by, at, List.copyOf(given));
  }
}
