package app.upline.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an administrator looks for among people, invitations, role changes and service accounts. */
@Tag("engine")
@MicronautTest(transactional = false)
class PeopleListsTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser administrator;

  @BeforeEach
  void anAdministrator() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
  }

  @Test
  void peopleAreFoundByNameAddressRoleAndStatus() {
    TestUser lee = named("Lee Ortega", Role.AGENCY_REPORTER);
    TestUser orville = named("Orville O'Neil 100%", Role.AGENCY_ATTESTER);
    crowd.run("update app_user set active = false where id = ?", orville.id());

    assertThat(users("q=orteg")).containsExactly(id(lee));
    assertThat(users("q=ORTEGA lee")).containsExactly(id(lee));
    assertThat(users("q=tega")).isEmpty();
    assertThat(users("q=or")).containsExactly(id(lee), id(orville));
    assertThat(users("q=" + orville.email().substring(0, 20))).containsExactly(id(orville));
    // No character stands for others.
    assertThat(users("q=o_tega")).isEmpty();
    api.as(administrator).get("/v1/users?q=o").then().statusCode(400);
    assertThat(users("q=100%")).containsExactly(id(orville));
    assertThat(users("role=AGENCY_ATTESTER")).containsExactly(id(orville));
    assertThat(users("status=DISABLED")).containsExactly(id(orville));
    assertThat(users("status=ACTIVE")).containsExactly(id(administrator), id(lee));
    assertThat(users("direction=DESCENDING"))
        .containsExactly(id(orville), id(lee), id(administrator));
    assertThat(users("role=AGENCY_ATTESTER&status=ACTIVE")).isEmpty();
  }

  @Test
  void anotherOrganizationsPeopleAreFoundByNothing() {
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    assertThat(users("q=" + stranger.email())).isEmpty();
    assertThat(users("role=AGENCY_REPORTER")).isEmpty();
  }

  @Test
  void invitationsAreFoundByWhatBecameOfThem() {
    String pending = invited();
    String expired = invited();
    String revoked = invited();
    String accepted = invited();
    set("invitation", "expires_at = '2020-01-01 00:00:00'", expired);
    set("invitation", "revoked_at = '2020-01-01 00:00:00'", revoked);
    set("invitation", "accepted_at = '2020-01-01 00:00:00'", accepted);
    Map.of("PENDING", pending, "EXPIRED", expired, "REVOKED", revoked, "ACCEPTED", accepted)
        .forEach(
            (status, id) ->
                assertThat(ids("/v1/invitations", "status=" + status, status)).containsExactly(id));
    assertThat(ids("/v1/invitations", "direction=DESCENDING", null))
        .containsExactly(accepted, revoked, expired, pending);
  }

  @Test
  void roleChangesAreFoundByWhatBecameOfThem() {
    String waiting = asked("ROLES", "WAITING", "2099-01-01 00:00:00");
    String late = asked("ROLES", "WAITING", "2020-01-01 00:00:00");
    String refused = asked("ROLES", "REFUSED", "2099-01-01 00:00:00");
    // Whether a second one decides does not expire.
    String off = asked("APPROVAL_OFF", "WAITING", "2020-01-01 00:00:00");
    assertThat(ids("/v1/role-changes", "status=WAITING", "WAITING"))
        .containsExactlyInAnyOrder(waiting, off);
    assertThat(ids("/v1/role-changes", "status=EXPIRED", "EXPIRED")).containsExactly(late);
    assertThat(ids("/v1/role-changes", "status=REFUSED", "REFUSED")).containsExactly(refused);
    assertThat(ids("/v1/role-changes", "status=APPROVED", "APPROVED")).isEmpty();
  }

  @Test
  void serviceAccountsAreFoundByWhetherTheyWork() {
    String active = machine();
    String expired = machine();
    String revoked = machine();
    set("service_account", "expires_at = '2020-01-01 00:00:00'", expired);
    set("app_user", "active = false", revoked);
    Map.of("ACTIVE", active, "EXPIRED", expired, "REVOKED", revoked)
        .forEach(
            (status, id) ->
                assertThat(ids("/v1/service-accounts", "status=" + status, status))
                    .containsExactly(id));
    assertThat(ids("/v1/service-accounts", "direction=DESCENDING", null))
        .containsExactly(revoked, expired, active);
  }

  private TestUser named(String name, Role role) {
    TestUser person = crowd.someone(role, administrator.organizationId());
    crowd.run("update app_user set name = ? where id = ?", name, person.id());
    return person;
  }

  private String invited() {
    return created(
        "/v1/invitations",
        "{\"email\": \"%s@people.example\", \"name\": \"Ines\", \"roles\": [\"AGENCY_REPORTER\"]}"
            .formatted(UUID.randomUUID()));
  }

  private String machine() {
    return created(
        "/v1/service-accounts",
        "{\"name\": \"CRM\", \"role\": \"AGENCY_REPORTER\", \"scopes\": [\"relationships:read\"]}");
  }

  private String created(String path, String body) {
    return api.as(administrator)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String asked(String kind, String state, String expires) {
    UUID id = UUID.randomUUID();
    crowd.run(
        """
        insert into role_change (id, organization_id, kind, roles, requested_by, requested_at, expires_at, state, version)
        values (?, ?, ?, '["AGENCY_REPORTER"]', ?, utc_timestamp(6), ?, ?, 1)""",
        id,
        administrator.organizationId(),
        kind,
        administrator.id(),
        expires,
        state);
    return id.toString();
  }

  private void set(String table, String change, String id) {
    crowd.run("update " + table + " set " + change + " where id = ?", UUID.fromString(id));
  }

  private static String id(TestUser person) {
    return person.id().toString();
  }

  private List<String> users(String query) {
    return ids("/v1/users", query, null);
  }

  /** What a filter finds says of itself what was asked for. */
  private List<String> ids(String path, String query, String status) {
    var answer = api.as(administrator).get(path + "?" + query).then().statusCode(200).extract();
    if (status != null) {
      assertThat(answer.<List<String>>path("items.status")).allMatch(status::equals);
    }
    return answer.path("items.id");
  }
}
