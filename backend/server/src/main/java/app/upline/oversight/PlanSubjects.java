package app.upline.oversight;

import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a plan may be about: incidents that the carrier holds, or an agency under contract. */
@Singleton
final class PlanSubjects {

  private final Database database;
  private final Directory directory;

  PlanSubjects(Database database, Directory directory) {
    this.database = database;
    this.directory = directory;
  }

  /** The incidents say of which agency it is; without any, the contract does. */
  List<Fault> unknown(CurrentUser user, PlanDraft draft) {
    if (!draft.incidentIds().isEmpty()) {
      return unknownIncidents(user, draft);
    }
    return directory.contractedCarriers(draft.agency()).contains(user.carrierId())
        ? List.of()
        : List.of(
            new Fault(
                "/agencyId",
                "UNKNOWN_AGENCY",
                "Choose an agency that the carrier has a contract with."));
  }

  /** One of another agency, or not disclosed, is as unknown as one that never was. */
  private List<Fault> unknownIncidents(CurrentUser user, PlanDraft draft) {
    Set<UUID> held =
        new HashSet<>(
            database.query(
                Sql.of(
                        "select incident_id from triage where carrier_id = ? and agency_id = ? and state <> 'WITHDRAWN'",
                        user.carrierId(),
                        draft.agencyId())
                    .addIn("and incident_id in", draft.incidentIds()),
                row -> Database.uuid(row, "incident_id")));
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < draft.incidentIds().size(); i++) {
      if (!held.contains(draft.incidentIds().get(i))) {
        faults.add(
            new Fault(
                "/incidentIds/" + i,
                "UNKNOWN_INCIDENT",
                "The agency has not disclosed this incident to the carrier."));
      }
    }
    return faults;
  }
}
