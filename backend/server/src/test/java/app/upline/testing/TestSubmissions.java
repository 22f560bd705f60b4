package app.upline.testing;

import app.upline.identity.Role;
import jakarta.inject.Singleton;
import java.util.UUID;

/** An agency's people who draft, attest and submit, for tests of what comes of it. */
@Singleton
public class TestSubmissions {

  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true%s}
      """;

  private final Api api;
  private final TestUsers crowd;

  TestSubmissions(Api api, TestUsers crowd) {
    this.api = api;
    this.crowd = crowd;
  }

  /** Submits what the carrier has not received of the register; answers the submission's id. */
  public String register(UUID agency, UUID carrier) {
    return submitted(agency, "{\"carrierId\": \"%s\"}".formatted(carrier), "");
  }

  /** The same of the incidents, however late. */
  public String incidents(UUID agency, UUID carrier) {
    return submitted(
        agency,
        "{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\"}".formatted(carrier),
        ", \"lateReason\": \"Found in an audit\"");
  }

  private String submitted(UUID agency, String draft, String reasons) {
    String id =
        api.as(crowd.someone(Role.AGENCY_REPORTER, agency))
            .contentType("application/json")
            .body(draft)
            .post("/v1/submissions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.as(crowd.someone(Role.AGENCY_ATTESTER, agency))
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(STATEMENT.formatted(reasons))
        .post("/v1/submissions/" + id + "/submit")
        .then()
        .statusCode(200);
    return id;
  }
}
