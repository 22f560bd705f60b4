package app.upline.incident;

import app.upline.platform.validation.Fault;
import java.util.List;

/**
 * An incident as it was just saved, and what its agency should look at.
 *
 * @param warnings what does not forbid saving, but may not be meant
 * @param possibleDuplicates incidents of the agency that may be the same
 */
public record SavedIncident(
    IncidentView incident, List<Fault> warnings, List<Incident> possibleDuplicates) {}
