package app.upline.submission;

import static app.upline.platform.persistence.Database.booleanOrNull;

import app.upline.incident.DisclosableIncidents;
import app.upline.incident.FreeTexts;
import app.upline.incident.Incident;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.personal.PersonalDataKind;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps incidents from being submitted although each is right by itself: a late one without a
 * reason, and free text that seems to hold personal data. Faults name the item by its reference and
 * never repeat what was found.
 */
@Singleton
final class IncidentScrutiny {

  private static final int BATCH = 500;

  /** So many are told at once. */
  private static final int MOST = 200;

  /** What the carrier has received just so was looked at then. */
  private static final String ITEMS =
      """
      select i.incident_id, r.agency_id, r.reference, i.incident_revision, r.created_at,
        x.changed_at as revised_at, x.content, x.content_sha256, i.late, r.first_submitted_at is null as first_time
      from submission_incident i force index (primary)
      straight_join incident r on r.id = i.incident_id
      straight_join incident_revision x
        on x.incident_id = i.incident_id and x.revision = i.incident_revision
      where i.submission_id = ? and i.revision = ? and i.incident_id > ? and i.change_type <> 'UNCHANGED'
      order by i.incident_id limit ?
      """;

  private final Database database;
  private final DisclosableIncidents incidents;

  IncidentScrutiny(Database database, DisclosableIncidents incidents) {
    this.database = database;
    this.incidents = incidents;
  }

  private record Item(Incident incident, boolean lateFirst) {}

  List<Fault> faults(Submission s, Reasons reasons) {
    List<Fault> faults = about(reasons);
    String after = "";
    List<Item> batch;
    do {
      batch = batch(s, after);
      batch.forEach(item -> faults.addAll(faults(item, reasons)));
      after = batch.isEmpty() ? "" : batch.getLast().incident().id().toString();
    } while (batch.size() == BATCH && faults.size() < MOST);
    return faults.stream().limit(MOST).toList();
  }

  private List<Item> batch(Submission s, String after) {
    return database.query(
        Sql.of(ITEMS, s.id(), s.revision(), after, BATCH),
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
              "It is reported after its due date. Say why, in the incident or for the submission."));
    }
    if (reasons.freeText() == null) {
      FreeTexts.suspicionsIn(item.incident().details())
          .forEach(text -> faults.add(personalData(place + text.pointer(), text.kinds())));
    }
    return faults;
  }

  /** What the attester writes goes to the carrier too; a reason needs no personal data. */
  private static List<Fault> about(Reasons reasons) {
    List<Fault> faults = new ArrayList<>();
    if (reasons.freeText() != null) {
      Set<PersonalDataKind> kinds = FreeTextScan.kinds(reasons.freeText());
      if (!kinds.isEmpty()) {
        faults.add(
            new Fault(
                "/freeTextReason",
                "PERSONAL_DATA_SUSPECTED",
                "It seems to hold %s. Give the reason without repeating it."
                    .formatted(labels(kinds))));
      }
    } else if (reasons.late() != null) {
      Set<PersonalDataKind> kinds = FreeTextScan.kinds(reasons.late());
      if (!kinds.isEmpty()) {
        faults.add(personalData("/lateReason", kinds));
      }
    }
    return faults;
  }

  private static Fault personalData(String pointer, Set<PersonalDataKind> kinds) {
    return new Fault(
        pointer,
        "PERSONAL_DATA_SUSPECTED",
        "It seems to hold %s. Take it out, or say in freeTextReason why it may stay."
            .formatted(labels(kinds)));
  }

  private static String labels(Set<PersonalDataKind> kinds) {
    return kinds.stream()
        .sorted()
        .map(PersonalDataKind::label)
        .collect(Collectors.joining(" and "));
  }
}
