package app.upline.submission;

/** The statements that write what a carrier holds, for each kind of record over its own tables. */
final class LedgerStatements {

  private LedgerStatements() {}

  /** When the carrier was last told of any of the items. */
  static String newest(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select max(d.disclosed_from) as newest from submission_item i
          join disclosure d on d.relationship_id = i.relationship_id and d.carrier_id = ?
          where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          select max(d.disclosed_from) as newest from submission_incident i
          join incident_disclosure d on d.incident_id = i.incident_id and d.carrier_id = ?
          where i.submission_id = ? and i.revision = ?
          """;
    };
  }

  /** What it holds of the items ends. */
  static String close(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          update submission_item i
          join disclosure d on d.relationship_id = i.relationship_id and d.carrier_id = ? and %s
          set d.disclosed_to = ?
          where i.submission_id = ? and i.revision = ?
          """
              .formatted(HeldByCarrier.now("d"));
      case INCIDENTS ->
          """
          update submission_incident i
          join incident_disclosure d on d.incident_id = i.incident_id and d.carrier_id = ? and %s
          set d.disclosed_to = ?
          where i.submission_id = ? and i.revision = ?
          """
              .formatted(HeldByCarrier.now("d"));
    };
  }

  /** It holds the items; what was voided it was told, and holds it no longer. */
  static String disclose(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert into disclosure (carrier_id, relationship_id, disclosed_from, disclosed_to, agency_id, relationship_revision,
            submission_id, submission_revision, withdrawn, voided, name_key, upstream_id)
          select ?, i.relationship_id, ?, case when v.voided then ? else %s end, ?, i.relationship_revision,
            i.submission_id, i.revision, false, v.voided, v.name_key, v.upstream_id
          from submission_item i
          join relationship_revision v on v.relationship_id = i.relationship_id and v.revision = i.relationship_revision
          where i.submission_id = ? and i.revision = ?
          """
              .formatted(HeldByCarrier.STILL);
      case INCIDENTS ->
          """
          insert into incident_disclosure (carrier_id, incident_id, disclosed_from, disclosed_to, agency_id, incident_revision,
            submission_id, submission_revision, withdrawn, voided, subject_npn, repeat_basis_date, substantiated)
          select ?, i.incident_id, ?, case when v.voided then ? else %s end, ?, i.incident_revision,
            i.submission_id, i.revision, false, v.voided, v.subject_npn, v.repeat_basis_date, v.substantiated
          from submission_incident i
          join incident_revision v on v.incident_id = i.incident_id and v.revision = i.incident_revision
          where i.submission_id = ? and i.revision = ?
          """
              .formatted(HeldByCarrier.STILL);
    };
  }

  /** It lacks nothing of the items that are in their newest revision. */
  static String clearUndisclosed(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          delete u from submission_item i
          join relationship h on h.id = i.relationship_id and h.revision = i.relationship_revision
          join undisclosed_relationship u on u.relationship_id = i.relationship_id and u.carrier_id = ?
          where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          delete u from submission_incident i
          join incident h on h.id = i.incident_id and h.revision = i.incident_revision
          join undisclosed_incident u on u.incident_id = i.incident_id and u.carrier_id = ?
          where i.submission_id = ? and i.revision = ?
          """;
    };
  }

  /** It holds again what another submission had told it before, if that was not taken back. */
  static String reopen(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert into disclosure (carrier_id, relationship_id, disclosed_from, disclosed_to, agency_id, relationship_revision,
            submission_id, submission_revision, withdrawn, name_key, upstream_id)
          select b.carrier_id, b.relationship_id, ?, %s, b.agency_id, b.relationship_revision,
            b.submission_id, b.submission_revision, false, b.name_key, b.upstream_id
          from disclosure d
          join disclosure b on b.carrier_id = d.carrier_id and b.relationship_id = d.relationship_id
            and b.disclosed_from = (select max(e.disclosed_from) from disclosure e
                                    where e.carrier_id = d.carrier_id and e.relationship_id = d.relationship_id
                                      and e.withdrawn = 0 and e.submission_id <> d.submission_id)
            and b.voided = 0
          where d.submission_id = ? and (%s or (d.voided = 1 and not exists (
            select 1 from disclosure l
            where l.carrier_id = d.carrier_id and l.relationship_id = d.relationship_id and l.disclosed_from > d.disclosed_from)))
          """
              .formatted(HeldByCarrier.STILL, HeldByCarrier.now("d"));
      case INCIDENTS ->
          """
          insert into incident_disclosure (carrier_id, incident_id, disclosed_from, disclosed_to, agency_id, incident_revision,
            submission_id, submission_revision, withdrawn, subject_npn, repeat_basis_date, substantiated)
          select b.carrier_id, b.incident_id, ?, %s, b.agency_id, b.incident_revision,
            b.submission_id, b.submission_revision, false, b.subject_npn, b.repeat_basis_date, b.substantiated
          from incident_disclosure d
          join incident_disclosure b on b.carrier_id = d.carrier_id and b.incident_id = d.incident_id
            and b.disclosed_from = (select max(e.disclosed_from) from incident_disclosure e
                                    where e.carrier_id = d.carrier_id and e.incident_id = d.incident_id
                                      and e.withdrawn = 0 and e.submission_id <> d.submission_id)
            and b.voided = 0
          where d.submission_id = ? and (%s or (d.voided = 1 and not exists (
            select 1 from incident_disclosure l
            where l.carrier_id = d.carrier_id and l.incident_id = d.incident_id and l.disclosed_from > d.disclosed_from)))
          """
              .formatted(HeldByCarrier.STILL, HeldByCarrier.now("d"));
    };
  }

  /** What the submission told it ends, and was taken back. */
  static String takeBack(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          update disclosure set withdrawn = true, disclosed_to = least(disclosed_to, ?) where submission_id = ?
          """;
      case INCIDENTS ->
          """
          update incident_disclosure set withdrawn = true, disclosed_to = least(disclosed_to, ?) where submission_id = ?
          """;
    };
  }

  /** It lacks the items of which it does not hold the newest revision. */
  static String markUndisclosed(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert ignore into undisclosed_relationship (agency_id, carrier_id, relationship_id)
          select h.agency_id, ?, h.id
          from submission_item i
          join relationship h on h.id = i.relationship_id
          left join disclosure d on d.carrier_id = ? and d.relationship_id = h.id and %s
          where i.submission_id = ? and i.revision = ?
            and (d.relationship_revision <> h.revision or (d.relationship_revision is null and not h.voided))
          """
              .formatted(HeldByCarrier.now("d"));
      case INCIDENTS ->
          """
          insert ignore into undisclosed_incident (agency_id, carrier_id, incident_id)
          select h.agency_id, ?, h.id
          from submission_incident i
          join incident h on h.id = i.incident_id
          left join incident_disclosure d on d.carrier_id = ? and d.incident_id = h.id and %s
          where i.submission_id = ? and i.revision = ?
            and (d.incident_revision <> h.revision or (d.incident_revision is null and not h.voided))
          """
              .formatted(HeldByCarrier.now("d"));
    };
  }

  /** It is owed no word of a voided record that it does not hold. */
  static String clearVoided(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          delete u from submission_item i
          join relationship h on h.id = i.relationship_id and h.voided
          join undisclosed_relationship u on u.relationship_id = h.id and u.carrier_id = ?
          left join disclosure d on d.carrier_id = ? and d.relationship_id = h.id and %s
          where i.submission_id = ? and i.revision = ? and d.relationship_id is null
          """
              .formatted(HeldByCarrier.now("d"));
      case INCIDENTS ->
          """
          delete u from submission_incident i
          join incident h on h.id = i.incident_id and h.voided
          join undisclosed_incident u on u.incident_id = h.id and u.carrier_id = ?
          left join incident_disclosure d on d.carrier_id = ? and d.incident_id = h.id and %s
          where i.submission_id = ? and i.revision = ? and d.incident_id is null
          """
              .formatted(HeldByCarrier.now("d"));
    };
  }
}
