package app.upline.incident;

import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agency is told about an incident that it may nevertheless save. */
@Singleton
final class SaveWarnings {

  private final Duplicates duplicates;
  private final ContractWarnings contracts;

  SaveWarnings(Duplicates duplicates, ContractWarnings contracts) {
    this.duplicates = duplicates;
    this.contracts = contracts;
  }

  /** The incident with all there is to say about it. */
  SavedIncident about(IncidentView dated) {
    List<Incident> same = duplicates.of(dated.incident());
    Fault contract = contracts.about(List.of(dated.incident())).get(dated.incident().id());
    return new SavedIncident(dated, warnings(dated.incident(), same, contract), same);
  }

  /** What there is to say about each of many, by its id. */
  Map<UUID, List<Fault>> about(UUID agencyId, Collection<Incident> incidents) {
    Map<UUID, List<Incident>> same = duplicates.of(agencyId, incidents);
    Map<UUID, Fault> unknown = contracts.about(incidents);
    Map<UUID, List<Fault>> warnings = new HashMap<>();
    incidents.forEach(
        incident ->
            warnings.put(
                incident.id(),
                warnings(incident, same.get(incident.id()), unknown.get(incident.id()))));
    return warnings;
  }

  /**
   * What there is to say about the content of each of many, by its id; those about which there is
   * nothing are left out. Likely duplicates are left for the caller to look for.
   */
  Map<UUID, List<Fault>> ofContent(Collection<Incident> incidents) {
    Map<UUID, Fault> unknown = contracts.about(incidents);
    Map<UUID, List<Fault>> found = new HashMap<>();
    for (Incident incident : incidents) {
      List<Fault> warnings = warnings(incident, List.of(), unknown.get(incident.id()));
      if (!warnings.isEmpty()) {
        found.put(incident.id(), warnings);
      }
    }
    return found;
  }

  private static List<Fault> warnings(
      Incident incident, List<Incident> same, @Nullable Fault contract) {
    List<Fault> warnings = new ArrayList<>();
    if (contract != null) {
      warnings.add(contract);
    }
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
