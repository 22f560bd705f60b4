package app.upline.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The account by which the service works can neither purge nor delete what is kept. */
@Tag("engine")
@MicronautTest(transactional = false)
class ApplicationsAccountTest {
  @Inject TestUsers crowd;
  @Inject Purge purge;

  @Test
  void itCannotPurge() {
    PurgeScope nobody = BackdatedRecords.keeper(PurgeScope.Kind.AGENCY, crowd.agency());
    for (boolean apply : List.of(true, false)) {
      assertThatThrownBy(() -> purge.purge(nobody, apply)).hasMessageContaining("denied");
    }
  }

  @Test
  void itCannotDeleteWhatIsKept() {
    for (String table :
        List.of(
            "submission",
            "relationship",
            "relationship_revision",
            "incident",
            "incident_revision",
            "incident_beneficiary",
            "disclosure",
            "incident_disclosure",
            "triage",
            "finding",
            "corrective_action_plan",
            "extract",
            "extract_row",
            "legal_hold")) {
      assertThatThrownBy(() -> crowd.run("delete from " + table + " limit 1"))
          .as(table)
          .hasMessageContaining("denied");
    }
    assertThatThrownBy(() -> crowd.run("delete from purge_candidate"))
        .hasMessageContaining("denied");
    assertThat(crowd.run("delete from rate_limit where theoretical_arrival_at < 0")).isZero();
  }
}
