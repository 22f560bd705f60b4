package app.upline.platform.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.platform.persistence.Ids;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every table that a room has swept, with a row whose time is over and one that is good still. */
@Tag("engine")
@MicronautTest(transactional = false)
class SweeperTest {
  private static final Duration MOMENT = Duration.ofHours(1);

  /** By which column a row of each table is found again. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("rate_limit", "bucket"),
          Map.entry("anonymous_request_count", "organization_id"),
          Map.entry("sign_in_failure", "subject"),
          Map.entry("sign_in_permit", "token_sha256"),
          Map.entry("idempotent_request", "idempotency_key"),
          Map.entry("server_instance", "id"),
          Map.entry("sign_in_challenge", "token_sha256"),
          Map.entry("single_sign_on_attempt", "state_sha256"),
          Map.entry("used_client_assertion", "jti_sha256"),
          Map.entry("refresh_token", "token_sha256"),
          Map.entry("email_link", "token_sha256"),
          Map.entry("email_change", "id"),
          Map.entry("known_sign_in_source", "user_id"),
          Map.entry("sheet_import_file", "import_id"),
          Map.entry("sheet_import_row", "import_id"),
          Map.entry("sheet_import_correction", "import_id"));

  @Inject List<Sweeps> rooms;
  @Inject Sweeper sweeper;
  @Inject TestUsers crowd;
  @Inject Ids ids;
  @Inject Clock clock;

  @Test
  void everyTableIsTriedHere() {
    assertThat(sweeps().map(Sweep::table)).containsExactlyInAnyOrderElementsOf(KEYS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> whatIsOverGoesAndWhatIsGoodStays() {
    return sweeps().map(sweep -> DynamicTest.dynamicTest(sweep.table(), () -> isSwept(sweep)));
  }

  @TestFactory
  Stream<DynamicTest> aKeyFindsWhatIsOver() {
    return sweeps()
        .map(
            sweep ->
                DynamicTest.dynamicTest(
                    sweep.table(),
                    () ->
                        assertThat(
                                crowd.strings(
                                    """
                                    select index_name from information_schema.statistics
                                    where table_schema = database() and table_name = ?
                                      and column_name = ? and seq_in_index = 1""",
                                    sweep.table(),
                                    sweep.column()))
                            .isNotEmpty()));
  }

  @Test
  void anAccountThatIsClosedByItsFailuresStaysClosed() {
    UUID id = ids.next();
    crowd.run(
        "insert into sign_in_failure (subject, user_id, kind, failures, last_at) values (?, ?,"
            + " 'PASSWORD', 100, ?)",
        hex(id),
        crowd.someone(Role.AGENCY_REPORTER).id(),
        clock.instant().minus(Duration.ofDays(1_000)));

    sweeper.sweep();

    assertThat(crowd.count("select count(*) from sign_in_failure where subject = ?", hex(id)))
        .isOne();
  }

  @Test
  void howeverMuchIsOverAllOfItGoes() {
    Instant over = clock.instant().minus(MOMENT);
    crowd.run(
        """
        insert into used_client_assertion (jti_sha256, expires_at)
        select sha2(concat('many ', x.i), 256), ?
        from json_table(concat('[0', repeat(',0', 1200), ']'), '$[*]' columns (i for ordinality)) x""",
        over);

    sweeper.sweep();

    assertThat(
            crowd.count("select count(*) from used_client_assertion where expires_at <= ?", over))
        .isZero();
  }

  private Stream<Sweep> sweeps() {
    return rooms.stream().flatMap(room -> room.sweeps().stream());
  }

  private void isSwept(Sweep sweep) {
    Instant end = clock.instant().minus(sweep.kept());
    UUID over = put(sweep, end.minus(MOMENT));
    UUID good = put(sweep, end.plus(MOMENT));
    assertThat(isThere(sweep, over)).isTrue();

    sweeper.sweep();

    assertThat(isThere(sweep, over)).isFalse();
    assertThat(isThere(sweep, good)).isTrue();
  }

  private boolean isThere(Sweep sweep, UUID id) {
    String key = KEYS.get(sweep.table());
    return crowd.count(
            "select count(*) from %s where %s = ?".formatted(sweep.table(), key),
            key.endsWith("id") ? id : hex(id))
        == 1;
  }

  private UUID put(Sweep sweep, Instant at) {
    UUID id = ids.next();
    switch (sweep.table()) {
      case "rate_limit" ->
          crowd.run(
              "insert into rate_limit (bucket, theoretical_arrival_at) values (?, ?)",
              hex(id),
              ChronoUnit.MICROS.between(Instant.EPOCH, at));
      case "anonymous_request_count" ->
          crowd.run(
              """
              insert into anonymous_request_count
                (counted_from, operation, status, network, organization_id, requests, last_at)
              values (?, 'signIn', 401, '192.0.2.1', ?, 1, ?)""",
              at,
              id,
              at);
      case "sign_in_failure" ->
          crowd.run(
              "insert into sign_in_failure (subject, kind, failures, last_at) values (?,"
                  + " 'PASSWORD', 3, ?)",
              hex(id),
              at);
      case "sign_in_permit" ->
          crowd.run(
              "insert into sign_in_permit (token_sha256, user_id, expires_at) values (?, ?, ?)",
              hex(id),
              someone().id(),
              at);
      case "idempotent_request" ->
          crowd.run(
              """
              insert into idempotent_request
                (user_id, idempotency_key, operation, request_sha256, claim_id, server_instance_id, claimed_at)
              values (?, ?, 'createIncident', ?, ?, ?, ?)""",
              someone().id(),
              hex(id),
              hex(id),
              id,
              id,
              at);
      case "server_instance" ->
          crowd.run("insert into server_instance (id, alive_at) values (?, ?)", id, at);
      case "sign_in_challenge" ->
          crowd.run(
              "insert into sign_in_challenge (token_sha256, user_id, expires_at) values (?, ?, ?)",
              hex(id),
              someone().id(),
              at);
      case "single_sign_on_attempt" ->
          crowd.run(
              """
              insert into single_sign_on_attempt
                (state_sha256, browser_sha256, organization_id, issuer, client, expires_at)
              values (?, ?, ?, 'https://id.example', 'upline', ?)""",
              hex(id),
              hex(id),
              crowd.organization(OrganizationKind.AGENCY),
              at);
      case "used_client_assertion" ->
          crowd.run(
              "insert into used_client_assertion (jti_sha256, expires_at) values (?, ?)",
              hex(id),
              at);
      case "refresh_token" -> {
        TestUser person = someone();
        crowd.run(
            """
            insert into refresh_token (token_sha256, session_id, issued_at, expires_at, successor_salt)
            select ?, s.id, s.started_at, ?, 'a' from session s where s.user_id = ? limit 1""",
            hex(id),
            at,
            person.id());
      }
      case "email_link" ->
          crowd.run(
              """
              insert into email_link (token_sha256, purpose, subject_id, created_at, expires_at)
              values (?, 'INVITATION', ?, ?, ?)""",
              hex(id),
              id,
              at,
              at);
      case "email_change" ->
          crowd.run(
              "insert into email_change (id, user_id, email, asked_at, expires_at) values (?, ?, ?, ?, ?)",
              id,
              someone().id(),
              id + "@people.example",
              at,
              at);
      case "known_sign_in_source" -> {
        UUID person = someone().id();
        crowd.run("delete from known_sign_in_source where user_id = ?", person);
        crowd.run(
            "insert into known_sign_in_source (user_id, network, known_at) values (?, '192.0.2.1', ?)",
            person,
            at);
        return person;
      }
      case "sheet_import_file" -> putFile(id, at);
      case "sheet_import_row" ->
          putRow(
              "insert into sheet_import_row (import_id, row_no, faulty, written, key_version, sealed, delete_after) values (?, 2, true, false, 1, 'a', ?)",
              id,
              at);
      case "sheet_import_correction" ->
          putRow(
              "insert into sheet_import_correction (import_id, row_no, left_out, key_version, sealed, delete_after) values (?, 2, false, 1, 'a', ?)",
              id,
              at);
      default -> throw new AssertionError("No row for " + sweep.table());
    }
    return id;
  }

  private void putFile(UUID id, Instant at) {
    putRow(
        "insert into sheet_import_file (import_id, part, key_version, sealed, delete_after) values (?, 0, 1, 'a', ?)",
        id,
        at);
  }

  private void putRow(String insert, UUID id, Instant at) {
    TestUser uploader = someone();
    crowd.run(
        """
        insert into sheet_import (id, agency_id, subject, mode, status, file_name, mapping, notices, row_count,
          created_count, changed_count, unchanged_count, skipped_count, error_count, uploaded_at, uploaded_by)
        values (?, ?, 'relationship', 'COMMIT', 'REJECTED', 'rows.csv', '{}', '[]', 1, 0, 0, 0, 0, 1, ?, ?)""",
        id,
        uploader.organizationId(),
        at,
        uploader.id());
    crowd.run(insert, id, at);
  }

  private TestUser someone() {
    return crowd.someone(Role.AGENCY_REPORTER);
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "").repeat(2);
  }
}
