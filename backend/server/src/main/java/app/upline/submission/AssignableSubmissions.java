package app.upline.submission;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.assignment.AssignableKind;
import app.upline.assignment.AssignableThings;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Submissions that may still need a person's work. */
@Singleton
final class AssignableSubmissions implements AssignableThings {

  private static final List<SubmissionStatus> OPEN_FOR_AGENCY =
      List.of(SubmissionStatus.DRAFT, SubmissionStatus.SUBMITTED, SubmissionStatus.RETURNED);
  private static final List<SubmissionStatus> OPEN_FOR_CARRIER =
      List.of(SubmissionStatus.SUBMITTED, SubmissionStatus.RETURNED);

  private final Database database;

  AssignableSubmissions(Database database) {
    this.database = database;
  }

  @Override
  public AssignableKind kind() {
    return AssignableKind.SUBMISSION;
  }

  @Override
  public Map<UUID, Subject> open(OrganizationKind side, UUID organizationId, Collection<UUID> ids) {
    Sql sql = Sql.of("select id, reference from submission").addIn("where id in", ids);
    switch (side) {
      case AGENCY ->
          sql.add("and agency_id = ?", organizationId).addIn("and status in", OPEN_FOR_AGENCY);
      // Of a draft it knows nothing.
      case CARRIER ->
          sql.add("and receiving_carrier_id = ?", organizationId)
              .addIn("and status in", OPEN_FOR_CARRIER);
    }
    return database
        .query(
            sql,
            row -> Subject.of(SubjectKind.SUBMISSION, uuid(row, "id"), row.getString("reference")))
        .stream()
        .collect(Collectors.toMap(Subject::id, Function.identity()));
  }
}
