package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.StatementLog;
import app.upline.testing.StatementPlan;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Looking for possible duplicates costs the same however large the register is, and however alike.
 */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(
    name = "datasources.default.data-source-properties.queryInterceptors",
    value = "app.upline.testing.StatementLog")
class RelationshipDuplicatesPlanTest {

  private static final int FEW = 100;
  private static final int MANY = 1_000;
  private static final int SLACK = 20;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject StatementPlan plans;

  @Test
  void asManyRowsAreReadAmongManyOfOneNameAsAmongFew() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    RegisterClient desk = new RegisterClient(api, person);
    String id = desk.record(Entity.named("Twin Pines"));
    register(desk);

    call(person, FEW);
    int few = rowsRead(desk, id);
    call(person, MANY);
    plans.analyze();

    assertThat(few).isGreaterThan(FEW / 2);
    assertThat(rowsRead(desk, id)).isLessThanOrEqualTo(few + SLACK);
    assertThat(desk.call().get(path(id)).jsonPath().getList("items")).hasSize(50);
  }

  private int rowsRead(RegisterClient desk, String id) {
    List<String> statements =
        StatementLog.selectsOf(() -> desk.call().get(path(id)).then().statusCode(200)).stream()
            .filter(statement -> statement.contains("relationship_facet"))
            .toList();
    assertThat(statements).hasSize(1);
    return plans.rowsRead(statements.getFirst());
  }

  private static String path(String id) {
    return "/v1/relationships/" + id + "/possible-duplicates";
  }

  private static void register(RegisterClient desk) {
    List<?> rows =
        IntStream.range(0, MANY).mapToObj(i -> Entity.named("Company " + i).json()).toList();
    desk.call()
        .contentType("application/json")
        .body(Map.of("mode", "COMMIT", "relationships", rows))
        .post("/v1/relationship-batches")
        .then()
        .statusCode(200);
  }

  /** So many of the companies are found by the one name. */
  private void call(TestUser person, int many) {
    crowd.run(
        """
        insert ignore into relationship_facet (agency_id, facet, relationship_id)
        select agency_id, ?, id from relationship where agency_id = ? order by id limit ?
        """,
        Facets.sameName("Twin Pines"),
        person.organizationId(),
        many);
  }
}
