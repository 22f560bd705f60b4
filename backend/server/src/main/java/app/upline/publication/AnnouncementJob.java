package app.upline.publication;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells agencies of what was scheduled when its time has come, and reminds agencies that have not
 * confirmed it: once from three days before the day on, and once after it.
 */
@Singleton
class AnnouncementJob {

  private static final Logger LOG = LoggerFactory.getLogger(AnnouncementJob.class);
  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_AFTER = 7;

  private static final String TO_REMIND =
      """
      select r.announcement_id, r.agency_id,
        (select a.carrier_id from announcement a where a.id = r.announcement_id) as carrier_id
      from announcement_recipient r
      where r.awaits_confirmation = true and r.confirm_by = ?
        and exists (select 1 from announcement a where a.id = r.announcement_id and (a.expires_at is null or a.expires_at > ?))
      """;

  private final Database database;
  private final AnnouncementRows rows;
  private final AnnouncementRecipients recipients;
  private final Events events;
  private final AuditTrail audit;
  private final Clock clock;

  AnnouncementJob(
      Database database,
      AnnouncementRows rows,
      AnnouncementRecipients recipients,
      Events events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.recipients = recipients;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  private record Due(UUID id, UUID carrierId) {}

  @Scheduled(initialDelay = "10s", fixedDelay = "10s")
  void tellDue() {
    tellDue(clock.instant());
  }

  /** Tells of what is due by then. */
  void tellDue(Instant now) {
    database
        .reading(
            () ->
                database.query(
                    Sql.of(
                        "select id, carrier_id from announcement where tell_at <= ? order by tell_at limit 100",
                        now),
                    row -> new Due(uuid(row, "id"), uuid(row, "carrier_id"))))
        .forEach(due -> tellUnlessItFails(due, now));
  }

  /** One that cannot be told keeps no other waiting. */
  private void tellUnlessItFails(Due due, Instant now) {
    try {
      tell(due, now);
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure).isPresent()) {
        throw failure;
      }
      LOG.warn("Could not tell announcement {}: {}", due.id(), failure.getClass().getSimpleName());
    }
  }

  private void tell(Due due, Instant now) {
    audit.system(
        "tellAnnouncement",
        due.carrierId(),
        () ->
            database.writing(
                () -> {
                  int claimed =
                      database.update(
                          Sql.of(
                              "update announcement set tell_at = null where id = ? and tell_at is not null",
                              due.id()));
                  if (claimed == 1) {
                    recipients.tell(
                        rows.findOfCarrier(due.carrierId(), due.id()).orElseThrow(), now);
                    audit.changed(
                        "announcement", due.id(), null, null, Digest.of(due.id(), "told", now));
                  }
                  return claimed;
                }));
  }

  @Scheduled(initialDelay = "8m", fixedDelay = "1h")
  void remind() {
    remind(clock.instant());
  }

  /** Reminds once before the day, and once after it. */
  void remind(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    today
        .minusDays(DAYS_AFTER)
        .datesUntil(today.plusDays(DAYS_BEFORE + 1))
        .forEach(day -> remind(day, day.isBefore(today) ? "LATE" : "SOON", now));
  }

  private void remind(LocalDate day, String when, Instant now) {
    database.writing(
        () -> {
          List<Event> all =
              database.query(
                  Sql.of(TO_REMIND, day, now),
                  row -> {
                    UUID id = uuid(row, "announcement_id");
                    return Event.of(
                            EventType.ANNOUNCEMENT_TO_CONFIRM,
                            uuid(row, "agency_id"),
                            uuid(row, "carrier_id"),
                            Subject.of(SubjectKind.ANNOUNCEMENT, id, null))
                        .once("CONFIRM_%s:%s".formatted(when, id));
                  });
          events.publish(all);
          return all.size();
        });
  }
}
