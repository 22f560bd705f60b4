package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.ConstraintFailure.CheckFailed;
import app.upline.platform.persistence.ConstraintFailure.Duplicate;
import app.upline.platform.persistence.ConstraintFailure.MissingReference;
import app.upline.platform.persistence.ConstraintFailure.StillReferenced;
import app.upline.platform.persistence.ConstraintFailure.TooLong;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(startApplication = false, transactional = false)
class EngineConstraintTest {
  private static final String AGENCY =
      "insert into agency (id, name, npn, level, upline_agency_id, created_at)"
          + " values (?, ?, ?, 'FMO', ?, utc_timestamp(6))";

  @Inject TestUsers crowd;
  @Inject Owner owner;

  @Test
  void eachRuleOfTheDatabaseIsKnownByItsName() {
    UUID id = crowd.agency();
    String npn = "1" + Math.floorMod(id.getLeastSignificantBits(), 999_999_999L);
    crowd.run(AGENCY, organization(), "First", npn, id);

    assertThat(failure(AGENCY, organization(), "Second", npn, null))
        .isEqualTo(new Duplicate("npn"));
    assertThat(failure(AGENCY, organization(), "Orphan", "77", fresh()))
        .isEqualTo(new MissingReference("agency_upline"));
    Throwable stillUsed = catchThrowable(() -> owner.run("delete from agency where id = ?", id));
    assertThat(ConstraintFailure.in(stillUsed).orElseThrow())
        .isEqualTo(new StillReferenced("agency_upline"));
    assertThat(failure(AGENCY, organization(), "x".repeat(201), "78", null))
        .isEqualTo(new TooLong("name"));
    assertThat(
            failure(
                "insert into app_user (id, name, organization_id, organization_kind, active, created_at)"
                    + " values (?, 'Nobody', ?, 'AGENCY', true, utc_timestamp(6))",
                fresh(),
                organization()))
        .isEqualTo(new CheckFailed("app_user_person_has_email"));
    assertThat(
            failure(
                "insert into app_user (id, email, name, organization_id, organization_kind, active, created_at)"
                    + " values (?, ?, 'Nobody', ?, 'CARRIER', true, utc_timestamp(6))",
                fresh(),
                fresh() + "@people.example",
                organization()))
        .isEqualTo(new MissingReference("app_user_organization"));
  }

  private UUID organization() {
    return crowd.organization(OrganizationKind.AGENCY);
  }

  private ConstraintFailure failure(String sql, Object... values) {
    Throwable failure = catchThrowable(() -> crowd.run(sql, values));
    return ConstraintFailure.in(failure).orElseThrow();
  }

  private static UUID fresh() {
    return UUID.randomUUID();
  }
}
