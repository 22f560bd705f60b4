package app.upline.retention;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.testing.IncidentCopies;
import app.upline.testing.ManyAgencies;
import app.upline.testing.StatementPlan;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a purge has looked at stays locked until it ends, so that it may look at nothing of others:
 * they go on working meanwhile.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.migration.as-owner", value = "true")
class PurgeReachTest {
  private static final int OF_OTHERS = 4_000;

  /** For each incident of an agency what its carrier and its own people do with it. */
  private static final List<String> WHAT_HAPPENS_TO_INCIDENTS =
      List.of(
          """
          insert into finding (id, carrier_id, agency_id, incident_id, kind, visible_to_agency, text, author_id, author_name, written_at)
          select random_bytes(16), t.carrier_id, t.agency_id, t.incident_id, 'NOTE', false, 'Looked at.', ?, 'Analyst', '2020-02-01'
          from triage t where t.agency_id = ?
          """,
          """
          insert into finding_answer (id, finding_id, text, author_id, author_name, written_at)
          select random_bytes(16), f.id, 'Answered.', ?, 'Reporter', '2020-02-02' from finding f where f.agency_id = ?
          """,
          """
          insert into submission_comment (id, carrier_id, agency_id, incident_id, text, author_id, author_name, written_at)
          select random_bytes(16), i.carrier_id, i.agency_id, i.id, 'Is there a recording?', ?, 'Analyst', '2020-02-01'
          from incident i where i.agency_id = ?
          """,
          """
          insert ignore into incident_beneficiary (incident_id, version, agency_id, share_with_carrier, changed_at, changed_by)
          select i.id, 1, i.agency_id, false, '2020-02-01', ? from incident i where i.agency_id = ?
          """,
          """
          insert into beneficiary_reveal (id, incident_id, version, organization_id, revealed_by, revealer_name, reason, revealed_at)
          select random_bytes(16), b.incident_id, b.version, b.agency_id, ?, 'Reporter', 'A complaint', '2020-02-01'
          from incident_beneficiary b where b.agency_id = ?
          """);

  @Inject TestRecords holdings;
  @Inject ManyAgencies multitude;
  @Inject IncidentCopies incidents;
  @Inject TestUsers crowd;
  @Inject StatementPlan plan;
  @Inject Database database;
  @Inject PurgeMarks marks;

  @Test
  void aPurgeLooksAtNothingOfOtherAgencies() {
    TestRecords.Owner others = holdings.owner();
    multitude.add(others.rows(), 1, OF_OTHERS);
    incidents.add(others, 1, OF_OTHERS);
    UUID somebody = others.people().getFirst().id();
    WHAT_HAPPENS_TO_INCIDENTS.forEach(each -> crowd.run(each, somebody, others.agency()));
    TestRecords.Owner keeper = holdings.owner();
    plan.analyze();

    assertThat(rowsReadForMarksOf(keeper)).isPositive().isLessThan(OF_OTHERS);
    assertThat(rowsReadForMarksOf(others)).isGreaterThan(OF_OTHERS);
  }

  private int rowsReadForMarksOf(TestRecords.Owner owner) {
    PurgeScope scope = new PurgeScope(PurgeScope.Kind.AGENCY, owner.agency(), "An agency");
    Instant cutoff = Instant.parse("2099-01-01T00:00:00Z");
    return database.writing(
        () -> {
          marks.takeTurn();
          // The first time its tables are opened.
          marks.mark(scope, cutoff);
          int rows = plan.rowsReadBy(() -> marks.mark(scope, cutoff));
          marks.clear();
          return rows;
        });
  }
}
