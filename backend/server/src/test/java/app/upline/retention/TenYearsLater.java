package app.upline.retention;

import app.upline.audit.AuditHeads;
import app.upline.audit.AuditVerification;
import app.upline.testing.MovableClock;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * An agency and its carrier finish everything on 24 November 2026; ten years later somebody purges.
 */
abstract class TenYearsLater {
  static final String THEN = "2026-11-24T12:00:00Z";
  static final String A_YEAR_LATER = "2027-11-24T12:00:00Z";
  static final String A_DAY_EARLY = "2036-11-23T12:00:00Z";
  static final String TO_THE_SECOND = "2036-11-24T12:00:00Z";
  static final String A_DAY_LATE = "2036-11-25T12:00:00Z";

  /**
   * What the service's own jobs write and sweep (mail on its way and the links in it, counts,
   * checkpoints, reminders), whichever test runs then: no purge touches these.
   */
  private static final Set<String> WRITTEN_BY_JOBS =
      Set.of(
          "anonymous_request_count",
          "audit_checkpoint",
          "audit_checkpoint_sent",
          "audit_head",
          "email_link",
          "idempotent_request",
          "notification",
          "outgoing_mail",
          "rate_limit",
          "reporting_reminder",
          "server_instance",
          "sign_in_challenge",
          "sign_in_failure",
          "sign_in_permit",
          "single_sign_on_attempt",
          "used_client_assertion");

  @Inject MovableClock clock;
  @Inject BackdatedRecords past;
  @Inject Purge purge;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject Trail trail;
  @Inject AuditHeads heads;
  @Inject AuditVerification verification;

  BackdatedRecords.Affairs affairs;

  @BeforeEach
  void everythingIsFinished() {
    clock.set(THEN);
    nobodyHasTriedToSignIn();
    affairs = past.finished();
  }

  /** Others' attempts are counted by another clock, and ours by this one. */
  @AfterEach
  void nobodyHasTriedToSignIn() {
    crowd.run("delete from rate_limit");
  }

  PurgeReport purge(String when) {
    clock.set(when);
    return purge.purge(affairs.agency(), true);
  }

  List<String> ids(String table) {
    return crowd
        .ids("select id from " + table + " where agency_id = ?", affairs.agency().id())
        .stream()
        .map(UUID::toString)
        .toList();
  }

  /** How many rows each table has, but for those that jobs write meanwhile. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    crowd
        .strings(
            "select table_name from information_schema.tables where table_schema = database() and"
                + " table_type = 'BASE TABLE'")
        .stream()
        .filter(table -> !WRITTEN_BY_JOBS.contains(table))
        .forEach(table -> rows.put(table, crowd.count("select count(*) from " + table)));
    return rows;
  }
}
