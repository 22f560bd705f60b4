package app.upline.retention;

import app.upline.audit.AuditHeads;
import app.upline.audit.AuditVerification;
import app.upline.testing.Crowd;
import app.upline.testing.MovableClock;
import app.upline.testing.Owner;
import app.upline.testing.Trail;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  @Inject MovableClock clock;
  @Inject Past past;
  @Inject Purge purge;
  @Inject Crowd crowd;
  @Inject Owner owner;
  @Inject Trail trail;
  @Inject AuditHeads heads;
  @Inject AuditVerification verification;

  Past.Affairs affairs;

  @BeforeEach
  void everythingIsFinished() {
    clock.set(THEN);
    nobodyHasTriedToSignIn();
    affairs = past.finished();
  }

  /** Others' attempts are counted by another clock, and ours by this one. */
  @AfterEach
  void nobodyHasTriedToSignIn() {
    crowd.run("delete from throttle");
  }

  Tally purge(String when) {
    clock.set(when);
    return purge.purge(affairs.agency(), true);
  }

  List<String> ids(String table) {
    return crowd.strings(
        "select id from " + table + " where agency_id = ?", affairs.agency().id().toString());
  }

  /** How many rows each table has. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    crowd
        .strings(
            "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")
        .forEach(table -> rows.put(table, crowd.count("select count(*) from " + table)));
    return rows;
  }
}
