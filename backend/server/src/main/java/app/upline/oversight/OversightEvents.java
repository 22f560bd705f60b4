package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Tells each side what the other has done, in the transaction in which it was done. */
@Singleton
final class OversightEvents {

  private static final String CRITICAL =
      """
      select t.incident_id, t.carrier_id, t.agency_id, i.reference
      from submission_incident x
      join submission s on s.id = x.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = x.incident_id
      join incident i on i.id = x.incident_id
      where x.submission_id = ? and x.revision = ? and t.priority = 1 and t.state <> 'WITHDRAWN'
      """;

  private final Database database;
  private final Events events;

  OversightEvents(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  /** Of each critical incident its carrier is told once, whatever follows up on it. */
  void received(UUID submissionId, int revision) {
    List<Event> critical =
        database.query(
            Sql.of(CRITICAL, submissionId, revision),
            row -> {
              UUID incident = uuid(row, "incident_id");
              return Event.of(
                      EventType.CRITICAL_INCIDENT,
                      uuid(row, "carrier_id"),
                      uuid(row, "agency_id"),
                      Subject.of(SubjectKind.INCIDENT, incident, row.getString("reference")))
                  .once("CRITICAL:" + incident);
            });
    events.publish(critical);
  }

  void assigned(CurrentUser by, TriageItem item, UUID assigneeId) {
    events.publish(
        Event.of(EventType.INCIDENT_ASSIGNED, by.carrierId(), item.agency().id(), subject(item))
            .to(assigneeId, by.id()));
  }

  void found(CurrentUser by, TriageItem item, Finding.Kind kind) {
    EventType type =
        kind == Finding.Kind.REQUEST ? EventType.MORE_REQUESTED : EventType.FINDING_MADE;
    events.publish(Event.of(type, item.agency().id(), by.carrierId(), subject(item)));
  }

  void answered(CurrentUser by, Finding finding) {
    database
        .first(
            Sql.of(
                "select f.carrier_id, i.reference from finding f join incident i on i.id = f.incident_id where f.id = ?",
                finding.id()),
            row ->
                Event.of(
                    EventType.FINDING_ANSWERED,
                    uuid(row, "carrier_id"),
                    by.agencyId(),
                    Subject.of(
                        SubjectKind.INCIDENT, finding.incidentId(), row.getString("reference"))))
        .ifPresent(events::publish);
  }

  void happened(Plan plan, PlanStep step) {
    switch (step) {
      case ISSUE -> tellAgency(EventType.PLAN_ISSUED, plan);
      case ACCEPT -> tellAgency(EventType.EVIDENCE_ACCEPTED, plan);
      case REJECT -> tellAgency(EventType.EVIDENCE_REJECTED, plan);
      case EXTEND -> tellAgency(EventType.PLAN_EXTENDED, plan);
      case CLOSE, CANCEL -> tellAgency(EventType.PLAN_ENDED, plan);
      case SUBMIT_EVIDENCE ->
          events.publish(
              Event.of(
                  EventType.EVIDENCE_SUBMITTED,
                  plan.carrier().id(),
                  plan.agency().id(),
                  subject(plan)));
      case ATTACH_FILE -> {
        // It goes with the evidence that is submitted next.
      }
    }
  }

  private void tellAgency(EventType type, Plan plan) {
    events.publish(Event.of(type, plan.agency().id(), plan.carrier().id(), subject(plan)));
  }

  private static Subject subject(TriageItem item) {
    return Subject.of(SubjectKind.INCIDENT, item.incidentId(), item.incidentReference());
  }

  private static Subject subject(Plan plan) {
    return Subject.of(SubjectKind.CORRECTIVE_ACTION_PLAN, plan.id(), plan.reference());
  }
}
