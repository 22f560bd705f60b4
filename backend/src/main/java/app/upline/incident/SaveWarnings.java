package app.upline.incident;

import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What an agency is told about an incident that it may nevertheless save. */
@Singleton
final class SaveWarnings {

  private final Duplicates duplicates;

  SaveWarnings(Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  /** The incident with all there is to say about it. */
  SavedIncident about(RecordedIncident recorded) {
    Incident incident = recorded.incident();
    List<Fault> warnings = new ArrayList<>();
    FreeTexts.suspicionsIn(incident.details())
        .forEach(
            text ->
                warnings.add(new Fault(text.pointer(), "PERSONAL_DATA_SUSPECTED", text.message())));
    List<RecordedIncident> same =
        duplicates.of(incident.agencyId(), incident.id(), incident.details());
    same.forEach(
        other ->
            warnings.add(
                new Fault(
                    "",
                    "POSSIBLE_DUPLICATE",
                    other.incident().reference()
                        + " has the same subject, date and category; a follow-up is a change of that one.")));
    return new SavedIncident(recorded, warnings, same);
  }
}
