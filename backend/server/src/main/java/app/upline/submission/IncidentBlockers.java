package app.upline.submission;

import static app.upline.platform.persistence.Database.booleanOrNull;

import app.upline.incident.DisclosableIncidents;
import app.upline.incident.FreeTexts;
import app.upline.incident.Incident;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What keeps incidents from being submitted although each is right by itself: a late one without a
 * reason, and free text that seems to hold personal data. Faults name the item by its reference and
 * never repeat what was found.
 */
@Singleton
final class IncidentBlockers {

  private static final String COLUMNS =
      """
      i.incident_id, r.agency_id, r.reference, i.incident_revision, r.created_at,
        x.changed_at as revised_at, x.content, x.content_sha256, i.late, r.first_submitted_at is null as first_time
      """;

  private static final KeyOrder ITEMS =
      KeyOrder.of("submission_incident i", "primary")
          .with(
              """
              join incident r on r.id = i.incident_id
              join incident_revision x
                on x.incident_id = i.incident_id and x.revision = i.incident_revision
              """);

  /** What the carrier has received just so was looked at then. */
  private static final String OF_REVISION =
      """
      where i.submission_id = ? and i.revision = ? and i.incident_id > ? and i.change_type <> 'UNCHANGED'
      order by i.incident_id limit ?
      """;

  private final Database database;
  private final DisclosableIncidents incidents;

  IncidentBlockers(Database database, DisclosableIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  private record Item(Incident incident, boolean lateFirst) {}

  List<Fault> faults(Submission s, Reasons reasons) {
    return SubmissionBlockers.faults(
        SuspectedTexts.in(reasons),
        (after, limit) -> batch(s, after, limit),
        item -> item.incident().id(),
        item -> faults(item, reasons));
  }

  private List<Item> batch(Submission s, UUID after, int limit) {
    return database.query(
        ITEMS.select(COLUMNS).add(OF_REVISION, s.id(), s.revision(), after, limit),
        row ->
            new Item(
                incidents.incident(row),
                Boolean.TRUE.equals(booleanOrNull(row, "late")) && row.getBoolean("first_time")));
  }

  private static List<Fault> faults(Item item, Reasons reasons) {
    List<Fault> faults = new ArrayList<>();
    String place = "/items/" + item.incident().reference();
    if (item.lateFirst()
        && reasons.late() == null
        && item.incident().details().lateReason() == null) {
      faults.add(
          new Fault(
              place + "/lateReason",
              "LATE_REASON_REQUIRED",
              "It is reported after its due date. Say why, in the incident or for the"
                  + " submission."));
    }
    if (reasons.freeText() == null) {
      FreeTexts.suspicionsIn(item.incident().details())
          .forEach(text -> faults.add(SuspectedTexts.fault(place + text.pointer(), text.kinds())));
    }
    return faults;
  }
}
