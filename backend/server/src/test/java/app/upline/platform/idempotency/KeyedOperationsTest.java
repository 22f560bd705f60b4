package app.upline.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory around real operations, with their own transactions and answers. */
@Tag("engine")
@MicronautTest(transactional = false)
class KeyedOperationsTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void signIn() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aRelationshipIsRecordedOnceAndEndedOnce() {
    String key = UUID.randomUUID().toString();
    Response created = twiceTheSame(() -> create(key));

    String again = UUID.randomUUID().toString();
    twiceTheSame(
        () ->
            json(again)
                .header("If-Match", created.header("ETag"))
                .body(Contract.get().example("RelationshipEnd"))
                .post(created.header("Location") + "/end"));

    int registered = register().path("items.size()");
    assertThat(registered).isEqualTo(1);
  }

  @Test
  void anUploadIsRecordedOnce() {
    String key = UUID.randomUUID().toString();

    twiceTheSame(
        () ->
            caller()
                .header("Idempotency-Key", key)
                .multiPart(
                    "file", "register.csv", "Legal name,NPN\nKeystone,1\n".getBytes(), "text/csv")
                .post("/v1/relationship-imports"));

    int uploads = caller().get("/v1/relationship-imports").path("items.size()");
    assertThat(uploads).isEqualTo(1);
  }

  private Response create(String key) {
    return json(key).body(Contract.get().example("LeadGeneratorDraft")).post("/v1/relationships");
  }

  private Response register() {
    return caller().get("/v1/relationships");
  }

  private static Response twiceTheSame(Supplier<Response> request) {
    Response first = request.get();
    Response second = request.get();

    assertThat(first.statusCode()).as(first.asString()).isIn(200, 201);
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    return first;
  }

  private RequestSpecification json(String key) {
    return caller().header("Idempotency-Key", key).contentType(ContentType.JSON);
  }

  private RequestSpecification caller() {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + reporter.accessToken());
  }
}
