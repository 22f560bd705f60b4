package app.upline.retention;

import java.util.List;

/**
 * What is old enough by the last that happened to it, and what is known of it by itself: whether it
 * is finished, and whether it is held. Parameters are named; those that are not known yet come from
 * {@link PurgeMarks}.
 */
final class PurgeCandidateQueries {

  /**
   * Whether a hold is on the record, of any organization. Asked so, it is asked of each record by
   * the hold's key; as a join, an optimizer may go through all holds for each of many records.
   */
  private static final String HELD =
      "(select 1 from legal_hold h where h.object_kind = '%s' and h.object_id = %s and h.state = 'IN_FORCE' limit 1) is not null";

  private static final String INSERT =
      "insert into purge_candidate (kind, object_id, carrier_id, reference, sha256, kept_reason)\n";

  /**
   * What was commented on since then is found once for all records. Asked of each record, an
   * optimizer may go through all comments for each, where most of them are on one.
   */
  static final String SUBMISSIONS =
      INSERT
          + """
          select 'SUBMISSION', s.id, s.receiving_carrier_id, s.reference, v.content_sha256,
            case when s.status not in ('ACKNOWLEDGED', 'WITHDRAWN', 'DISCARDED') then 'UNFINISHED'
              when {submissionHeld} then 'HELD'
              when (select 1 from submission_item i where i.submission_id = s.id and {relationshipHeld} limit 1) is not null then 'HELD'
              when (select 1 from submission_incident i where i.submission_id = s.id and {incidentHeld} limit 1) is not null then 'HELD' end
          from submission s
          left join submission_revision v on v.submission_id = s.id and v.revision = s.submitted_revision
          left join (
            select distinct c.submission_id as id from submission_comment c
              left join comment_entry y on y.comment_id = c.id
              where c.agency_id = :keeper and c.submission_id is not null and (c.written_at >= :cutoff or y.written_at >= :cutoff)
          ) lately on lately.id = s.id
          where s.agency_id = :keeper and s.changed_at < :cutoff and lately.id is null
          """
              .replace("{submissionHeld}", HELD.formatted("SUBMISSION", "s.id"))
              .replace("{relationshipHeld}", HELD.formatted("RELATIONSHIP", "i.relationship_id"))
              .replace("{incidentHeld}", HELD.formatted("INCIDENT", "i.incident_id"));

  static final String PLANS =
      INSERT
          + """
          select 'PLAN', p.id, p.carrier_id, p.reference, null,
            case when p.state not in ('CLOSED', 'CANCELED') then 'UNFINISHED'
              when (select 1 from corrective_action_plan_incident l where l.plan_id = p.id and {incidentHeld} limit 1) is not null then 'HELD' end
          from corrective_action_plan p
          where p.agency_id = :keeper and p.changed_at < :cutoff
          """
              .replace("{incidentHeld}", HELD.formatted("INCIDENT", "l.incident_id"));

  /**
   * What is looked at stays locked until the purge ends. So each table is entered by a key that
   * begins with the agency or the incident: what carriers do with others' incidents does not wait.
   */
  static final String INCIDENTS =
      INSERT
          + """
          select 'INCIDENT', i.id, if(i.first_submitted_at is null, null, i.carrier_id), i.reference, v.content_sha256,
            case when {incidentHeld} then 'HELD' end
          from incident i
          join incident_revision v on v.incident_id = i.id and v.revision = i.revision
          left join (
            select c.incident_id as id from submission_comment c
              left join comment_entry y on y.comment_id = c.id
              where c.agency_id = :keeper and c.incident_id is not null and (c.written_at >= :cutoff or y.written_at >= :cutoff)
            union
            select f.incident_id from finding f left join finding_answer a on a.finding_id = f.id
              where f.agency_id = :keeper and (f.written_at >= :cutoff or a.written_at >= :cutoff)
            union
            select b.incident_id from incident_beneficiary b where b.agency_id = :keeper and b.changed_at >= :cutoff
          ) lately on lately.id = i.id
          where i.agency_id = :keeper and i.changed_at < :cutoff and lately.id is null
            and (select 1 from triage t join triage_event e on e.carrier_id = t.carrier_id and e.incident_id = t.incident_id
              where t.incident_id = i.id and e.acted_at >= :cutoff limit 1) is null
            and (select 1 from beneficiary_reveal r where r.incident_id = i.id and r.revealed_at >= :cutoff limit 1) is null
          """
              .replace("{incidentHeld}", HELD.formatted("INCIDENT", "i.id"));

  static final String RELATIONSHIPS =
      INSERT
          + """
          select 'RELATIONSHIP', r.id, null, r.reference, v.content_sha256,
            case when r.status <> 'ENDED' then 'UNFINISHED'
              when {relationshipHeld} then 'HELD' end
          from relationship r
          join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
          where r.agency_id = :keeper and r.changed_at < :cutoff and (v.end_date is null or v.end_date < date(:cutoff))
          """
              .replace("{relationshipHeld}", HELD.formatted("RELATIONSHIP", "r.id"));

  static final String UPLOADS =
      INSERT
          + """
          select 'UPLOAD', u.id, null, null, null, null from sheet_import u
          where u.agency_id = :keeper and u.uploaded_at < :cutoff
          """;

  /** A final one holds its rows itself, and refers to nothing. */
  static final String EXTRACTS =
      INSERT
          + """
          select 'EXTRACT', e.id, null, null, e.content_sha256, if(e.state = 'DRAFT', 'UNFINISHED', null) from extract e
          where e.carrier_id = :keeper and coalesce(e.finalized_at, e.created_at) < :cutoff
          """;

  static final String DIRECTORY_UPLOADS =
      INSERT
          + """
          select 'DIRECTORY_UPLOAD', u.id, null, null, u.content_sha256,
            if(exists (select 1 from contract_directory d where d.import_id = u.id), 'IN_FORCE', null)
          from contract_directory_import u
          where u.carrier_id = :keeper and u.uploaded_at < :cutoff
          """;

  static final String LEGAL_HOLDS =
      INSERT
          + """
          select 'LEGAL_HOLD', h.id, null, null, null, null from legal_hold h
          where h.organization_id = :keeper and h.state = 'RELEASED' and h.released_at < :cutoff
          """;

  /** One that stands until it is withdrawn is in force. */
  static final String ANNOUNCEMENTS =
      INSERT
          + """
          select 'ANNOUNCEMENT', a.id, null, null, null,
            if(a.state = 'PUBLISHED' and a.expires_at is null, 'IN_FORCE', null) from announcement a
          where a.carrier_id = :keeper and a.changed_at < :cutoff and (a.expires_at is null or a.expires_at < :cutoff)
          """;

  /** With all its versions, whose files go with it. */
  static final String RESOURCES =
      INSERT
          + """
          select 'RESOURCE', r.id, null, null, null, if(r.retired_at is null, 'IN_FORCE', null) from resource r
          where r.carrier_id = :keeper and r.changed_at < :cutoff
            and not exists (select 1 from resource_reading g where g.resource_id = r.id and g.read_at >= :cutoff)
          """;

  static final String EVENTS =
      INSERT
          + """
          select 'EVENT', e.id, null, null, null, null from business_event e
          where e.organization_id = :keeper and e.occurred_at < :cutoff
          """;

  /**
   * Not by their own age: what is attached goes with what it is attached to, once that is known.
   */
  static final List<String> FILES =
      List.of(
          files("INCIDENT", "incident_attachment a on a.incident_id = m.object_id"),
          files("PLAN", "corrective_action_attachment a on a.plan_id = m.object_id"),
          files(
              "RESOURCE",
              "(select file_id as id, resource_id from resource_version where file_id is not null) a on a.resource_id = m.object_id"));

  private static String files(String kind, String attached) {
    return INSERT
        + """
        select 'FILE', f.id, null, null, f.sha256, null from purge_candidate m
        join %s
        join stored_file f on f.id = a.id
        where m.kind = '%s' and m.kept_reason is null
        """
            .formatted(attached, kind);
  }

  private PurgeCandidateQueries() {}
}
