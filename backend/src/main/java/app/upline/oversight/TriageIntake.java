package app.upline.oversight;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.submission.DisclosureListener;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Puts what a carrier receives into its triage, in the transaction of the disclosure, by statements
 * over whole submissions.
 */
@Singleton
final class TriageIntake implements DisclosureListener {

  /**
   * Whether the carrier holds another established incident of the same producer within the twelve
   * months before, from any agency.
   */
  private static final String REPEATED =
      """
      exists (select 1 from incident_disclosure e force index (incident_disclosure_by_producer)
        where e.carrier_id = d.carrier_id and e.subject_npn = d.subject_npn
          and e.counts_on between d.counts_on - interval 12 month and d.counts_on
          and e.incident_id <> d.incident_id and e.established and not e.withdrawn
          and e.disclosed_to = '9999-12-31 00:00:00')
      """;

  private static final String PRIORITY =
      """
      case when severity = 'CRITICAL' then 1 when harm then 2 when repeated then 3
        when severity = 'HIGH' then 4 when severity = 'MEDIUM' then 5 else 6 end
      """;

  /** In the update each assignment sees those before it: the state comes last. */
  private static final String RECEIVE =
      """
      insert into triage (carrier_id, incident_id, agency_id, state, waiting, priority, repeated, received_at, for_cause_at, version)
      select carrier_id, incident_id, agency_id, 'NEW', true, %s, repeated, disclosed_from,
        case when for_cause then disclosed_from end, 1
      from (select d.carrier_id, d.incident_id, d.agency_id, d.disclosed_from, x.severity, x.harm, x.for_cause, %s as repeated
            from incident_disclosure d
            join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
            where d.submission_id = ? and d.submission_revision = ?) received
      on duplicate key update
        priority = values(priority), repeated = values(repeated),
        for_cause_at = coalesce(triage.for_cause_at, values(for_cause_at)),
        followed_up_at = if(triage.state = 'WITHDRAWN', null, values(received_at)),
        received_at = if(triage.state = 'WITHDRAWN', values(received_at), triage.received_at),
        version = triage.version + 1,
        waiting = if(triage.state in ('WITHDRAWN', 'WAITING_FOR_AGENCY'), true, triage.waiting),
        state = case triage.state when 'WITHDRAWN' then 'NEW' when 'WAITING_FOR_AGENCY' then 'IN_REVIEW' else triage.state end
      """
          .formatted(PRIORITY, REPEATED);

  /** What the carrier heard of earlier becomes a repeat of what it hears of now. */
  private static final String LATER_REPEATS =
      """
      update incident_disclosure d
      join incident_disclosure l force index (incident_disclosure_by_producer)
        on l.carrier_id = d.carrier_id and l.subject_npn = d.subject_npn
        and l.counts_on between d.counts_on and d.counts_on + interval 12 month
        and l.incident_id <> d.incident_id and l.disclosed_to = '9999-12-31 00:00:00'
      join triage t on t.carrier_id = l.carrier_id and t.incident_id = l.incident_id
      set t.repeated = true, t.priority = least(t.priority, 3)
      where d.submission_id = ? and d.submission_revision = ? and d.established
      """;

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
          "coalesce(t.followed_up_at, t.received_at)");

  private static final String GONE =
      """
      from submission_incident i
      join submission s on s.id = i.submission_id
      join triage t on t.carrier_id = s.carrier_id and t.incident_id = i.incident_id
      where i.submission_id = ? and i.revision = ?
        and not exists (select 1 from incident_disclosure d
          where d.carrier_id = t.carrier_id and d.incident_id = t.incident_id and d.disclosed_to = '9999-12-31 00:00:00')
      """;

  private static final String TAKE_BACK =
      """
      update triage set state = 'WITHDRAWN', waiting = false, version = version + 1
      where (carrier_id, incident_id) in (select carrier_id, incident_id from (select t.carrier_id, t.incident_id %s) gone)
      """
          .formatted(GONE);

  private static final String NOTE_TAKEN_BACK =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, acted_at)
      select t.carrier_id, t.incident_id, t.version, 'TAKE_BACK', t.state, utc_timestamp(6)
      """
          + GONE;

  private final Database database;

  TriageIntake(Database database) {
    this.database = database;
  }

  @Override
  public void disclosed(UUID submissionId, int revision) {
    database.update(Sql.of(RECEIVE, submissionId, revision));
    database.update(Sql.of(LATER_REPEATS, submissionId, revision));
    database.update(Sql.of(NOTE_RECEIVED, submissionId, revision));
  }

  @Override
  public void takenBack(UUID submissionId, int revision) {
    database.update(Sql.of(TAKE_BACK, submissionId, revision));
    database.update(Sql.of(NOTE_TAKEN_BACK, submissionId, revision));
  }
}
