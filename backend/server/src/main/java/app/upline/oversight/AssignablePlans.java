package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.assignment.AssignableKind;
import app.upline.assignment.AssignableThings;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Corrective action plans that have not ended, for either side. */
@Singleton
final class AssignablePlans implements AssignableThings {

  private static final List<PlanState> OPEN =
      Arrays.stream(PlanState.values()).filter(PlanState::isOpen).toList();

  private final Database database;

  AssignablePlans(Database database) {
    this.database = database;
  }

  @Override
  public AssignableKind kind() {
    return AssignableKind.CORRECTIVE_ACTION_PLAN;
  }

  @Override
  public Map<UUID, Subject> open(OrganizationKind side, UUID organizationId, Collection<UUID> ids) {
    Sql sql = Sql.of("select id, reference from corrective_action_plan").addIn("where id in", ids);
    switch (side) {
      case AGENCY -> sql.add("and agency_id = ?", organizationId);
      case CARRIER -> sql.add("and carrier_id = ?", organizationId);
    }
    return database
        .query(
            sql.addIn("and state in", OPEN),
            row ->
                Subject.of(
                    SubjectKind.CORRECTIVE_ACTION_PLAN,
                    uuid(row, "id"),
                    row.getString("reference")))
        .stream()
        .collect(Collectors.toMap(Subject::id, Function.identity()));
  }
}
