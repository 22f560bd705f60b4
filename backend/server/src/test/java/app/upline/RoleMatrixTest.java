package app.upline;

import static app.upline.audit.Actor.NO_ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.audit.StrangerCounts;
import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.PlainClient;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the contract, as every role: allowed where x-roles says so, refused everywhere
 * else; and one event of each in the audit trail, whatever came of it.
 */
@Tag("engine")
// Who may is decided before a database is asked: make test-mysql runs it with ALL=yes.
@Tag("above-the-database")
@MicronautTest(transactional = false)
class RoleMatrixTest {

  /** What is the same for every caller, and no organization's data; see RoutedOperation. */
  private static final Set<String> UNAUDITED = Set.of("getCodeLists");

  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject StrangerCounts strangers;
  @Inject Trail trail;

  @TestFactory
  Stream<DynamicTest> everyRoleMayDoWhatTheContractSaysAndNothingElse() {
    Map<Role, TestUser> people = new EnumMap<>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> people.put(role, crowd.someone(role)));
    return Contract.get().operations().stream()
        .filter(operation -> !operation.isAnonymous())
        .flatMap(
            operation ->
                people.values().stream()
                    .map(
                        person ->
                            DynamicTest.dynamicTest(
                                operation.id() + " as " + person.role(),
                                () -> check(operation, person))));
  }

  @TestFactory
  Stream<DynamicTest> nobodyMayDoAnythingWithoutSigningIn() {
    return Contract.get().operations().stream()
        .filter(operation -> !operation.isAnonymous())
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> checkAsNobody(operation)));
  }

  private void check(Operation operation, TestUser person) {
    boolean allowed = ((List<?>) operation.body().get("x-roles")).contains(person.role().name());
    long before = trail.lastNumber(person.organizationId());
    int status = plain.onNothing(operation, person.accessToken()).status();
    if (allowed) {
      assertThat(status).isNotIn(401, 403).isLessThan(500);
    } else {
      assertThat(status).isEqualTo(403);
    }
    assertThat(eventsAfter(before, person.organizationId()))
        .as("events in the audit trail")
        .isEqualTo(
            UNAUDITED.contains(operation.id())
                ? List.of()
                : List.of(operation.id() + (status < 400 ? " SUCCEEDED" : " REFUSED")));
  }

  /** Counted, and no event: anybody could make any number of them. */
  private void checkAsNobody(Operation operation) {
    long before = trail.lastNumber(NO_ORGANIZATION);
    long counted = refusedOfNobody(operation);
    assertThat(plain.onNothing(operation, null).status()).isEqualTo(401);
    assertThat(eventsAfter(before, NO_ORGANIZATION)).isEmpty();
    if (!UNAUDITED.contains(operation.id())) {
      assertThat(refusedOfNobody(operation)).isEqualTo(counted + 1);
    }
  }

  private long refusedOfNobody(Operation operation) {
    strangers.flush();
    return crowd.count(
        "select coalesce(sum(requests), 0) from anonymous_request_count where operation in (?, '*')",
        operation.id());
  }

  private List<String> eventsAfter(long seq, UUID organizationId) {
    return trail.after(seq, organizationId).stream()
        .map(event -> event.operation() + " " + event.outcome())
        .toList();
  }
}
