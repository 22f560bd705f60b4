package app.upline.platform.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of who may do what: complete, of the roles that the code knows, and to be read. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class AccessMatrixTest {

  @Inject EmbeddedServer server;

  @Test
  void everyOperationHasARowAndEveryRoleAColumn() throws IOException {
    AccessMatrix matrix = AccessMatrix.ofContract();
    assertThat(matrix.roles())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values()).map(Role::name).toList());
    assertThat(matrix.rows())
        .extracting(AccessMatrix.Row::operation)
        .containsExactlyInAnyOrderElementsOf(
            Contract.get().operations().stream().map(Operation::id).toList());
    Files.writeString(Path.of("target", "access-matrix.md"), matrix.markdown());
  }

  @Test
  void everyRoleMayDoSomethingAndNoneEverything() {
    AccessMatrix matrix = AccessMatrix.ofContract();
    for (String role : matrix.roles()) {
      assertThat(matrix.rows()).anyMatch(row -> row.allowed().contains(role));
      assertThat(matrix.rows()).anyMatch(row -> !row.anonymous() && !row.allowed().contains(role));
    }
  }

  @Test
  void theTableIsServedWithTheDocumentation() {
    String table =
        given()
            .baseUri(server.getURL().toString())
            .get("/docs/access-matrix.md")
            .then()
            .statusCode(200)
            .contentType("text/markdown")
            .extract()
            .asString();
    assertThat(table).isEqualTo(AccessMatrix.ofContract().markdown());
    assertThat(table.lines().filter(line -> line.startsWith("| `")))
        .hasSize(Contract.get().operations().size());
  }

  @Test
  void anOperationThatSaysNothingAndARoleThatIsNoneAreRefused() {
    assertThatThrownBy(() -> AccessMatrix.of(contract(Map.of("operationId", "open"))))
        .hasMessageContaining("open");
    assertThatThrownBy(
            () ->
                AccessMatrix.of(
                    contract(Map.of("operationId", "made", "x-roles", List.of("WIZARD")))))
        .hasMessageContaining("WIZARD");
    assertThat(
            AccessMatrix.of(contract(Map.of("operationId", "ok", "x-roles", List.of("CLERK"))))
                .rows())
        .hasSize(1);
  }

  private static Map<String, Object> contract(Map<String, Object> operation) {
    return Map.of(
        "components",
        Map.of("schemas", Map.of("Role", Map.of("enum", List.of("CLERK")))),
        "paths",
        Map.of("/v1/things", Map.of("get", operation)));
  }
}
