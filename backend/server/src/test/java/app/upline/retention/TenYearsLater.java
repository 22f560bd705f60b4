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
 * An agency and its carrier finish everything on 24 November 2026; ten years later they are purged.
 */
abstract class TenYearsLater {
  static final String THEN = "2026-11-24T12:00:00Z";
  static final String A_YEAR_LATER = "2027-11-24T12:00:00Z";
  static final String A_DAY_EARLY = "2036-11-23T12:00:00Z";
  static final String TO_THE_SECOND = "2036-11-24T12:00:00Z";
  static final String A_DAY_LATE = "2036-11-25T12:00:00Z";

  /** The columns by which a row says whose it is. */
  private static final String OWNERS = "('agency_id', 'carrier_id', 'organization_id')";

  /**
   * What the service's own jobs write and sweep for anybody at any time: no purge touches these.
   */
  private static final Set<String> WRITTEN_BY_JOBS =
      Set.of("audit_head", "email_link", "notification", "outgoing_mail", "reporting_reminder");

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

  /**
   * How many rows of our two organizations each table has, with what hangs on these. What belongs
   * to others changes meanwhile: the service's jobs publish, remind and tell whatever earlier tests
   * left.
   */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    List<String> counts =
        crowd.strings(
            """
            select concat('select count(*) from ', c.table_name, ' where ', c.column_name, ' in (?, ?)')
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = database() and t.table_type = 'BASE TABLE' and c.column_name in %1$s
            union all
            select concat('select count(*) from ', k.table_name, ' x join ', c.table_name, ' p on p.',
              k.referenced_column_name, ' = x.', k.column_name, ' where p.', c.column_name, ' in (?, ?)')
            from information_schema.key_column_usage k
            join information_schema.columns c on c.table_schema = k.table_schema
              and c.table_name = k.referenced_table_name and c.column_name in %1$s
            where k.table_schema = database() and k.referenced_column_name = 'id'
            """
                .formatted(OWNERS));
    for (String count : counts) {
      if (!WRITTEN_BY_JOBS.contains(count.split(" ")[3])) {
        rows.put(count, crowd.count(count, affairs.agency().id(), affairs.carrier().id()));
      }
    }
    return rows;
  }
}
