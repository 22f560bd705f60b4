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
public final class DisclosureLedger {

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
            Sql.of(LedgerStatements.newest(kind), s.carrier().id(), s.id(), s.revision()),
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
    database.update(Sql.of(LedgerStatements.close(kind), carrierId, at, s.id(), s.revision()));
    database.update(
        Sql.of(
            LedgerStatements.disclose(kind),
            carrierId,
            at,
            at,
            s.agency().id(),
            s.id(),
            s.revision()));
    database.update(
        Sql.of(LedgerStatements.clearUndisclosed(kind), carrierId, s.id(), s.revision()));
    listeners.forEach(listener -> listener.disclosed(s.id(), s.revision()));
  }

  /** From now on the carrier holds again what it held before the submission. */
  void takeBack(Submission s, Instant at) {
    SubmissionKind kind = s.kind();
    UUID carrierId = s.carrier().id();
    database.update(Sql.of(LedgerStatements.reopen(kind), at, s.id()));
    database.update(Sql.of(LedgerStatements.takeBack(kind), at, s.id()));
    database.update(
        Sql.of(LedgerStatements.markUndisclosed(kind), carrierId, carrierId, s.id(), s.revision()));
    database.update(
        Sql.of(LedgerStatements.clearVoided(kind), carrierId, carrierId, s.id(), s.revision()));
    listeners.forEach(listener -> listener.takenBack(s.id(), s.revision()));
  }
}
