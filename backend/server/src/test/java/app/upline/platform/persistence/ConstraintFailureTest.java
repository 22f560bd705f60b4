package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.ConstraintFailure.CheckFailed;
import app.upline.platform.persistence.ConstraintFailure.Duplicate;
import app.upline.platform.persistence.ConstraintFailure.MissingReference;
import app.upline.platform.persistence.ConstraintFailure.StillReferenced;
import app.upline.platform.persistence.ConstraintFailure.TooLong;
import app.upline.platform.persistence.ConstraintFailure.Unknown;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages as the servers write them; {@link EngineConstraintTest} asks the engine itself. */
class ConstraintFailureTest {

  @ParameterizedTest
  @MethodSource("messages")
  void theConstraintIsReadFromTheMessage(int code, String message, ConstraintFailure expected) {
    Exception wrapped = new IllegalStateException(new SQLException(message, "23000", code));

    assertThat(ConstraintFailure.in(wrapped)).contains(expected);
  }

  static Stream<Arguments> messages() {
    String reference =
        "a foreign key constraint fails (`u`.`agency`, CONSTRAINT `agency_upline` FOREIGN KEY"
            + " (`upline_agency_id`) REFERENCES `agency` (`id`))";
    return Stream.of(
        Arguments.of(1062, "Duplicate entry 'x' for key 'agency.npn'", new Duplicate("npn")),
        Arguments.of(1062, "Duplicate entry 'x' for key 'npn'", new Duplicate("npn")),
        Arguments.of(1062, "Duplicate entry 'a' for key 'b' for key 'npn'", new Duplicate("npn")),
        Arguments.of(
            1452,
            "Cannot add or update a child row: " + reference,
            new MissingReference("agency_upline")),
        Arguments.of(
            1451,
            "Cannot delete or update a parent row: " + reference,
            new StillReferenced("agency_upline")),
        Arguments.of(
            3819,
            "Check constraint 'reporting_policy_notice' is violated.",
            new CheckFailed("reporting_policy_notice")),
        Arguments.of(
            4025,
            "CONSTRAINT `reporting_policy_notice` failed for `u`.`reporting_policy`",
            new CheckFailed("reporting_policy_notice")),
        Arguments.of(1406, "Data too long for column 'name' at row 1", new TooLong("name")),
        Arguments.of(
            1406, "Data truncation: Data too long for column 'name' at row 1", new TooLong("name")),
        Arguments.of(1205, "Lock wait timeout exceeded", new Unknown(1205)));
  }

  @Test
  void otherFailuresBreakNoConstraint() {
    assertThat(ConstraintFailure.in(new IllegalStateException())).isEqualTo(Optional.empty());
  }
}
