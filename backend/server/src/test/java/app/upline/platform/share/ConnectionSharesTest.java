package app.upline.platform.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.HeldRow;
import app.upline.testing.PlainClient;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writers of one agency that wait for each other keep no others waiting. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "datasources.default.connection-timeout", value = "1000")
class ConnectionSharesTest {

  private static final int MANY = 20;

  private static final String ENTITY =
      """
      {"legalName": "Blue Agave LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers crowd;

  @Inject
  @Named("default")
  DatasourceConfiguration database;

  @Test
  void anAgencyThatWaitsForItselfTakesNoConnectionOfAnother() throws Exception {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST);
    List<Future<PlainClient.Answer>> writers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      try (HeldRow _ = HeldRow.ofAgency(database, reporter.organizationId())) {
        for (int i = 0; i < MANY; i++) {
          writers.add(callers.submit(() -> plain.post(reporter, "/v1/relationships", ENTITY)));
        }
        // Those who wait for the lock do so until it is free; the rest is told to come again.
        while (writers.stream().filter(Future::isDone).count() < MANY / 2) {
          assertThat(api.as(analyst).get("/v1/disclosed-relationships?limit=20").statusCode())
              .isEqualTo(200);
        }
      }
      for (Future<PlainClient.Answer> writer : writers) {
        PlainClient.Answer answer = writer.get();
        assertThat(answer.status()).as(answer.toString()).isIn(201, 429);
        if (answer.status() == 429) {
          assertThat(answer.member("type")).isEqualTo("urn:upline:problem:too-much-at-once");
          assertThat(answer.headers()).containsKey("retry-after");
        }
      }
    }
    assertThat(writers).anyMatch(writer -> writer.resultNow().status() == 201);
  }
}
