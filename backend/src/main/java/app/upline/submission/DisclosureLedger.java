package app.upline.submission;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what a carrier holds, and from when until when it held it. Whole submissions at a time, by
 * statements over the items and their records; called inside a transaction that holds the agency's
 * lock.
 */
@Singleton
final class DisclosureLedger {

  /** Where {@code disclosed_to} stands while a carrier holds a row still. */
  static final String OPEN = "'9999-12-31 00:00:00'";

  private static final String NEWEST =
      """
      select max(d.disclosed_from) as newest from {items} i
      join {disclosure} d on d.{record}_id = i.{record}_id and d.carrier_id = ?
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String CLOSE =
      """
      update {items} i
      join {disclosure} d on d.{record}_id = i.{record}_id and d.carrier_id = ? and d.disclosed_to = %s
      set d.disclosed_to = ?
      where i.submission_id = ? and i.revision = ?
      """
          .formatted(OPEN);

  private static final String DISCLOSE =
      """
      insert into {disclosure} (carrier_id, {record}_id, disclosed_from, disclosed_to, agency_id, {record}_revision,
        submission_id, submission_revision, withdrawn{held})
      select ?, i.{record}_id, ?, %s, ?, i.{record}_revision, i.submission_id, i.revision, false{v.held}
      from {items} i
      join {record}_revision v on v.{record}_id = i.{record}_id and v.revision = i.{record}_revision
      where i.submission_id = ? and i.revision = ?
      """
          .formatted(OPEN);

  private static final String CLEAR_UNDISCLOSED =
      """
      delete u from {items} i
      join {record} h on h.id = i.{record}_id and h.revision = i.{record}_revision
      join {undisclosed} u on u.{record}_id = i.{record}_id and u.carrier_id = ?
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String REOPEN =
      """
      insert into {disclosure} (carrier_id, {record}_id, disclosed_from, disclosed_to, agency_id, {record}_revision,
        submission_id, submission_revision, withdrawn{held})
      select b.carrier_id, b.{record}_id, ?, %1$s, b.agency_id, b.{record}_revision,
        b.submission_id, b.submission_revision, false{b.held}
      from {disclosure} d
      join {disclosure} b on b.carrier_id = d.carrier_id and b.{record}_id = d.{record}_id
        and b.disclosed_from = (select max(e.disclosed_from) from {disclosure} e
                                where e.carrier_id = d.carrier_id and e.{record}_id = d.{record}_id
                                  and e.withdrawn = 0 and e.submission_id <> d.submission_id)
      where d.submission_id = ? and d.disclosed_to = %1$s
      """
          .formatted(OPEN);

  private static final String TAKE_BACK =
      "update {disclosure} set withdrawn = true, disclosed_to = least(disclosed_to, ?) where submission_id = ?";

  private static final String MARK_UNDISCLOSED =
      """
      insert ignore into {undisclosed} (agency_id, carrier_id, {record}_id)
      select h.agency_id, ?, h.id
      from {items} i
      join {record} h on h.id = i.{record}_id
      left join {disclosure} d on d.carrier_id = ? and d.{record}_id = h.id and d.disclosed_to = %s
      where i.submission_id = ? and i.revision = ?
        and (d.{record}_revision is null or d.{record}_revision <> h.revision)
      """
          .formatted(OPEN);

  private final Database database;
  private final List<DisclosureListener> listeners;

  DisclosureLedger(Database database, List<DisclosureListener> listeners) {
    this.database = database;
    this.listeners = listeners;
  }

  /**
   * When the carrier may be said to receive the items: now, but after whatever it received before,
   * even where the clock was set back or did not move.
   */
  Instant after(Submission s, Instant now) {
    SubmissionKind kind = s.kind();
    return database
        .first(
            Sql.of(kind.sql(NEWEST), s.carrier().id(), s.id(), s.revision()),
            row -> Optional.ofNullable(Database.instantOrNull(row, "newest")))
        .flatMap(newest -> newest)
        .map(newest -> newest.plus(1, ChronoUnit.MICROS))
        .filter(now::isBefore)
        .orElse(now);
  }

  /** From now on the carrier holds the items of the submission. */
  void disclose(Submission s, Instant at) {
    SubmissionKind kind = s.kind();
    UUID carrierId = s.carrier().id();
    database.update(Sql.of(kind.sql(CLOSE), carrierId, at, s.id(), s.revision()));
    database.update(
        Sql.of(kind.sql(DISCLOSE), carrierId, at, s.agency().id(), s.id(), s.revision()));
    database.update(Sql.of(kind.sql(CLEAR_UNDISCLOSED), carrierId, s.id(), s.revision()));
    listeners.forEach(listener -> listener.disclosed(s.id(), s.revision()));
  }

  /** From now on the carrier holds again what it held before the submission. */
  void takeBack(Submission s, Instant at) {
    SubmissionKind kind = s.kind();
    UUID carrierId = s.carrier().id();
    database.update(Sql.of(kind.sql(REOPEN), at, s.id()));
    database.update(Sql.of(kind.sql(TAKE_BACK), at, s.id()));
    database.update(Sql.of(kind.sql(MARK_UNDISCLOSED), carrierId, carrierId, s.id(), s.revision()));
    listeners.forEach(listener -> listener.takenBack(s.id(), s.revision()));
  }
}
