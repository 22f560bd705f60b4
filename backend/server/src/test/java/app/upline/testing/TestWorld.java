package app.upline.testing;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Contract.Operation;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An agency and its carrier with one of each thing, and a person with each role. */
@Singleton
public class TestWorld {
  private final TestRecords holdings;
  private final TestUsers crowd;

  TestWorld(TestRecords holdings, TestUsers crowd) {
    this.holdings = holdings;
    this.crowd = crowd;
  }

  /**
   * @param keeper who recorded what the agency has, whose session and notification are among it
   * @param things by the name of the parameter or member that names them
   */
  public record Inhabited(Map<Role, TestUser> people, TestUser keeper, Map<String, String> things) {

    /** Those who may call an operation. */
    public Stream<TestUser> callers(Operation operation) {
      return operation.isAnonymous()
          ? Stream.of()
          : ((List<?>) operation.body().get("x-roles"))
              .stream().map(role -> people.get(Role.valueOf(role.toString())));
    }

    /** One who may, or null where anyone may. */
    public TestUser caller(Operation operation) {
      return callers(operation).findFirst().orElse(null);
    }
  }

  public Inhabited inhabited() {
    TestRecords.Owner owner = holdings.owner();
    Map<Role, TestUser> people = new EnumMap<>(Role.class);
    Arrays.stream(Role.values())
        .forEach(
            role ->
                people.put(
                    role,
                    crowd.someone(
                        role,
                        role.side() == OrganizationKind.AGENCY
                            ? owner.agency()
                            : owner.carrier())));
    Map<String, String> things = new HashMap<>(owner.things());
    things.put("agencyId", owner.agency().toString());
    things.put("objectId", owner.things().get("incidentId"));
    return new Inhabited(people, owner.people().getFirst(), things);
  }
}
