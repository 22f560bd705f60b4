package app.upline.submission;

import static app.upline.submission.Reporting.knownToday;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.testing.Api;
import app.upline.testing.HeldRow;
import app.upline.testing.TestUsers;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waited for a lock decides by what is so then, and not by what it had seen before. */
@Tag("engine")
@MicronautTest(transactional = false)
class OutdatedViewTest {
  private static final int ROUNDS = 6;

  /** Time enough to wait for a lock. */
  private static final int WAITING = 500;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  @Inject
  @Named("default")
  DatasourceConfiguration server;

  private Reporting us;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, false);
  }

  @Test
  void ofTwoUndoingsWithKeysTheSecondIsToldSo() throws Exception {
    us.incident(knownToday(""));
    String id = us.submitted();
    us.acknowledge(id).statusCode(200);
    String seen = tag(id);
    CompletableFuture<Response> one;
    CompletableFuture<Response> other;
    try (HeldRow held = HeldRow.ofAgency(server, us.agency())) {
      one = CompletableFuture.supplyAsync(() -> undo(id, seen));
      other = CompletableFuture.supplyAsync(() -> undo(id, seen));
      Thread.sleep(WAITING);
    }
    assertThat(List.of(one.get().statusCode(), other.get().statusCode()))
        .containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void ofAnUndoingWithAKeyAndAFollowUpOnlyOneSucceeds() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      us = Reporting.to(api, crowd, organizations, us.carrier(), us.reviewer());
      String incident = us.incident(knownToday(""));
      String first = us.submitted();
      us.acknowledge(first).statusCode(200);
      us.change(incident, "{\"state\": \"TX\"}").statusCode(200);
      String second = us.drafted("");
      String seen = tag(first);
      CompletableFuture<Response> undone;
      try (HeldRow held = HeldRow.ofAgency(server, us.agency())) {
        undone = CompletableFuture.supplyAsync(() -> undo(first, seen));
        Thread.sleep(WAITING / 2);
        submitAsTheAgencyWould(held, second);
      }
      assertThat(undone.get().statusCode()).isEqualTo(409);
    }
  }

  /** In the transaction that holds the agency's lock. */
  private static void submitAsTheAgencyWould(HeldRow held, String id) throws Exception {
    try (Statement statement = held.connection().createStatement()) {
      statement.executeUpdate(
          "update submission set status = 'SUBMITTED', draft_carrier_id = null, receiving_carrier_id = carrier_id, submitted_at = utc_timestamp(6), submitted_revision = revision, version = version + 1 where id = unhex('%s')"
              .formatted(id.replace("-", "")));
      held.connection().commit();
    }
  }

  @Test
  void ofSeveralAcknowledgedTogetherNoneIsReadFromBeforeItsLock() throws Exception {
    us.incident(knownToday(""));
    String first = us.submitted();
    us.incident(knownToday(""));
    String second = us.submitted();
    CompletableFuture<Response> answer;
    try (HeldRow held =
        HeldRow.by(
            server, "select id from submission where id = ? for update", UUID.fromString(second))) {
      answer = CompletableFuture.supplyAsync(() -> acknowledge(first, second));
      Thread.sleep(WAITING);
      try (Statement statement = held.connection().createStatement()) {
        statement.executeUpdate(
            "update submission set version = version + 1 where id = unhex('%s')"
                .formatted(second.replace("-", "")));
      }
      held.connection().commit();
    }
    assertThat(answer.get().statusCode()).isEqualTo(200);
  }

  private String tag(String id) {
    return us.as(us.reviewer()).get("/v1/submissions/" + id).header("ETag");
  }

  private Response undo(String id, String seen) {
    return us.as(us.reviewer())
        .header("If-Match", seen)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body("{\"message\": \"The wrong one\"}")
        .post("/v1/submissions/" + id + "/undo-acknowledgement");
  }

  private Response acknowledge(String first, String second) {
    return us.as(us.reviewer())
        .contentType("application/json")
        .body(
            "{\"submissions\": [{\"submissionId\": \"%s\", \"revision\": 1}, {\"submissionId\": \"%s\", \"revision\": 1}]}"
                .formatted(first, second))
        .post("/v1/submission-acknowledgements");
  }
}
