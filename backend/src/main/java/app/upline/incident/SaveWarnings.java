package app.upline.incident;

import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an agency is told about an incident that it may nevertheless save. */
@Singleton
final class SaveWarnings {

  private final Duplicates duplicates;

  SaveWarnings(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  /** The incident with all there is to say about it. */
  SavedIncident about(DatedIncident dated) {
    List<Incident> same = duplicates.of(dated.incident());
    return new SavedIncident(dated, warnings(dated.incident(), same), same);
  }

  /** What there is to say about each of many, by its id. */
  Map<UUID, List<Fault>> about(UUID agencyId, Collection<Incident> incidents) {
    Map<UUID, List<Incident>> same = duplicates.of(agencyId, incidents);
    Map<UUID, List<Fault>> warnings = new HashMap<>();
    incidents.forEach(
        incident -> warnings.put(incident.id(), warnings(incident, same.get(incident.id()))));
    return warnings;
  }

  private List<Fault> warnings(Incident incident, List<Incident> same) {
    List<Fault> warnings = new ArrayList<>();
    FreeTexts.suspicionsIn(incident.details())
        .forEach(
            text ->
                warnings.add(new Fault(text.pointer(), "PERSONAL_DATA_SUSPECTED", text.message())));
    same.forEach(
        other ->
            warnings.add(
                new Fault(
                    "",
                    "POSSIBLE_DUPLICATE",
                    other.reference()
                        + " has the same subject, date and category; a follow-up is a change of that one.")));
    return warnings;
  }
}
