package app.upline.incident;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of asking for a change of an incident. */
public sealed interface IncidentOutcome {

  /** Done, or there was nothing to change. */
  record Saved(SavedIncident incident) implements IncidentOutcome {}

  /**
   * Rules are broken; nothing was written.
   *
   * @param misshapen whether the JSON itself is not of the contract's shape
   */
  record Refused(List<Fault> faults, boolean misshapen) implements IncidentOutcome {}

  /** The caller's agency has no such incident, or the incident no such action. */
  record NotFound(String what) implements IncidentOutcome {}
}
