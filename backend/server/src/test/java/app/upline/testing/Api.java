package app.upline.testing;

import static io.restassured.RestAssured.given;

import io.micronaut.runtime.server.EmbeddedServer;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;

/**
 * The running application as people call it, every call held to the contract, every change to the
 * trail.
 */
@Singleton
public class Api {

  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  private final EmbeddedServer server;
  private final Trail trail;

  Api(EmbeddedServer server, Trail trail) {
    this.server = server;
    this.trail = trail;
  }

  /** A request of a signed-in person. */
  public RequestSpecification as(TestUser person) {
    return given()
        .baseUri(server.getURL().toString())
        .filter(CONTRACT)
        .filter(new AuditedFilter(trail, person))
        .header("Authorization", "Bearer " + person.accessToken());
  }

  /** Where it listens, for requests without a token. */
  public String url() {
    return server.getURL().toString();
  }
}
