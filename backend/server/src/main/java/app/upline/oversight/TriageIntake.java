package app.upline.oversight;

import app.upline.incident.RepeatRule;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.submission.DisclosureListener;
import app.upline.submission.HeldByCarrier;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Puts what a carrier receives into its triage, in the transaction of the disclosure, by statements
 * over whole submissions.
 */
@Singleton
final class TriageIntake implements DisclosureListener {

  private static final String PRIORITY =
      """
      case when severity = 'CRITICAL' then 1 when harm then 2 when repeated then 3
        when severity = 'HIGH' then 4 when severity = 'MEDIUM' then 5 else 6 end
      """;

  /** In the update each assignment sees those before it: the state comes last. */
  private static final String RECEIVE =
      """
      insert into triage (carrier_id, incident_id, agency_id, state, is_open, priority, repeated, received_at, for_cause_at, version)
      select carrier_id, incident_id, agency_id, 'NEW', true, %s, repeated, disclosed_from,
        case when for_cause then disclosed_from end, 1
      from (select d.carrier_id, d.incident_id, d.agency_id, d.disclosed_from, x.severity, x.harm, x.for_cause, %s as repeated
            from incident_disclosure d
            join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
            where d.submission_id = ? and d.submission_revision = ? and d.voided = false) received
      on duplicate key update
        priority = values(priority), repeated = values(repeated),
        for_cause_at = coalesce(triage.for_cause_at, values(for_cause_at)),
        followed_up_at = if(triage.state = 'WITHDRAWN', null, values(received_at)),
        received_at = if(triage.state = 'WITHDRAWN', values(received_at), triage.received_at),
        version = triage.version + 1,
        is_open = if(triage.state in ('WITHDRAWN', 'WAITING_FOR_AGENCY'), true, triage.is_open),
        state = case triage.state when 'WITHDRAWN' then 'NEW' when 'WAITING_FOR_AGENCY' then 'IN_REVIEW' else triage.state end
      """
          .formatted(PRIORITY, HeldByCarrier.repeats("d", null));

  /** What the carrier heard of earlier becomes a repeat of what it hears of now. */
  private static final String LATER_REPEATS =
      """
      update incident_disclosure d
      join incident_disclosure l
        on %s
        and l.incident_id <> d.incident_id and %s
      join triage t on t.carrier_id = l.carrier_id and t.incident_id = l.incident_id
      set t.repeated = true, t.priority = least(t.priority, 3)
      where d.submission_id = ? and d.submission_revision = ?
      """
          .formatted(RepeatRule.repeats("l", "d"), HeldByCarrier.now("l"));

  private static final String NOTE =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, acted_at)
      select t.carrier_id, t.incident_id, t.version, %s, t.state, %s
      from submission_incident i
      join submission s on s.id = i.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = i.incident_id
      where i.submission_id = ? and i.revision = ?
      """;

  private static final String NOTE_RECEIVED =
      NOTE.formatted(
              "if(t.followed_up_at is null, 'RECEIVE', 'FOLLOW_UP')",
              "coalesce(t.followed_up_at, t.received_at)")
          + "and t.state <> 'WITHDRAWN'";

  private static final String GONE =
      """
      from submission_incident i
      join submission s on s.id = i.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = i.incident_id
      where i.submission_id = ? and i.revision = ?
        and t.state <> 'WITHDRAWN'
        and not exists (select 1 from incident_disclosure d
          where d.carrier_id = t.carrier_id and d.incident_id = t.incident_id and %s)
      """
          .formatted(HeldByCarrier.now("d"));

  /** Before it goes, since afterwards it cannot be told from what was gone already. */
  private static final String NOTE_GONE =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, acted_at)
      select t.carrier_id, t.incident_id, t.version + 1, ?, t.state, utc_timestamp(6)
      """
          + GONE;

  private static final String TAKE_OUT =
      """
      update triage set state = 'WITHDRAWN', is_open = false, answered_at = null, version = version + 1
      where (carrier_id, incident_id) in (select carrier_id, incident_id from (select t.carrier_id, t.incident_id %s) gone)
      """
          .formatted(GONE);

  /** What the carrier holds again since a submission was withdrawn that had voided it. */
  private static final String HELD_AGAIN =
      """
      update submission_incident i
      join submission s on s.id = i.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = i.incident_id and t.state = 'WITHDRAWN'
      join incident_disclosure d on d.carrier_id = t.carrier_id and d.incident_id = t.incident_id and %s
      set t.state = 'NEW', t.is_open = true, t.followed_up_at = d.disclosed_from, t.version = t.version + 1
      where i.submission_id = ? and i.revision = ?
      """
          .formatted(HeldByCarrier.now("d"));

  private static final String NOTE_HELD_AGAIN =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, acted_at)
      select t.carrier_id, t.incident_id, t.version + 1, 'RECEIVE', 'NEW', d.disclosed_from
      from submission_incident i
      join submission s on s.id = i.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = i.incident_id and t.state = 'WITHDRAWN'
      join incident_disclosure d on d.carrier_id = t.carrier_id and d.incident_id = t.incident_id and %s
      where i.submission_id = ? and i.revision = ?
      """
          .formatted(HeldByCarrier.now("d"));

  /** What repeated only something that the carrier no longer holds. */
  private static final String NO_LONGER_REPEATS =
      """
      update submission_incident i
      join submission s on s.id = i.submission_id
      join incident_disclosure e on e.carrier_id = s.carrier_id and e.incident_id = i.incident_id
      join incident_disclosure l on l.carrier_id = e.carrier_id and l.subject_npn = e.subject_npn
        and l.incident_id <> e.incident_id and %s
      join incident_revision x on x.incident_id = l.incident_id and x.revision = l.incident_revision
      join triage t on t.carrier_id = l.carrier_id and t.incident_id = l.incident_id and t.repeated = true
      set t.repeated = false,
        t.priority = case when x.severity = 'CRITICAL' then 1 when x.harm then 2
          when x.severity = 'HIGH' then 4 when x.severity = 'MEDIUM' then 5 else 6 end
      where i.submission_id = ? and i.revision = ? and not %s
      """
          .formatted(HeldByCarrier.now("l"), HeldByCarrier.repeats("l", null));

  private final Database database;
  private final OversightEvents events;

  TriageIntake(Database database, OversightEvents events) {
    this.database = database;
    this.events = events;
  }

  @Override
  public void disclosed(UUID submissionId, int revision) {
    takeOut(TriageAction.VOID, submissionId, revision);
    database.update(Sql.of(RECEIVE, submissionId, revision));
    database.update(Sql.of(LATER_REPEATS, submissionId, revision));
    database.update(Sql.of(NOTE_RECEIVED, submissionId, revision));
    database.update(Sql.of(NO_LONGER_REPEATS, submissionId, revision));
    events.received(submissionId, revision);
  }

  @Override
  public void takenBack(UUID submissionId, int revision) {
    takeOut(TriageAction.TAKE_BACK, submissionId, revision);
    database.update(Sql.of(NOTE_HELD_AGAIN, submissionId, revision));
    database.update(Sql.of(HELD_AGAIN, submissionId, revision));
    database.update(Sql.of(NO_LONGER_REPEATS, submissionId, revision));
  }

  private void takeOut(TriageAction why, UUID submissionId, int revision) {
    database.update(Sql.of(NOTE_GONE, why, submissionId, revision));
    database.update(Sql.of(TAKE_OUT, submissionId, revision));
  }
}
