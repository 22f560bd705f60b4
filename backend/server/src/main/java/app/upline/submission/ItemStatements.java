package app.upline.submission;

/**
 * The statements that choose and count the items of a submission, for each kind of record over its
 * own tables.
 */
final class ItemStatements {

  /** Submissions of which some later one is wanted, as it is now and locked. */
  private static final String LATER =
      """
      join submission s on s.id = i.submission_id and s.submitted_revision = i.revision
      where s.kind = ? and s.agency_id = ? and s.carrier_id = ? and s.status in ('SUBMITTED', 'RETURNED', 'ACKNOWLEDGED')
        and s.submitted_at >= ? and s.id <> ? and o.submission_id = ? and o.revision = ?
      order by s.submitted_at, s.id limit 1 for update
      """;

  private ItemStatements() {}

  /** The records of a revision. */
  static String recordsOf(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select o.relationship_id from submission_item o where o.submission_id = ? and o.revision = ?
          """;
      case INCIDENTS ->
          """
          select o.incident_id from submission_incident o where o.submission_id = ? and o.revision = ?
          """;
    };
  }

  /**
   * What an agency submitted to a carrier from some moment on, and stands, with a record that is in
   * a revision of another submission too: the first of them.
   */
  static String laterWithAnyOf(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          "select s.reference from submission_item o join submission_item i on i.relationship_id = o.relationship_id\n"
              + LATER;
      case INCIDENTS ->
          "select s.reference from submission_incident o join submission_incident i on i.incident_id = o.incident_id\n"
              + LATER;
    };
  }

  /**
   * What a carrier holds of a head, {@code h}, or was told of it by the submission whose revision
   * is answered.
   */
  static String told(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select 1 from disclosure k
          where k.carrier_id = ? and k.relationship_id = h.id and (%s or (k.submission_id = ? and k.withdrawn = 0))
          """
              .formatted(HeldByCarrier.now("k"));
      case INCIDENTS ->
          """
          select 1 from incident_disclosure k
          where k.carrier_id = ? and k.incident_id = h.id and (%s or (k.submission_id = ? and k.withdrawn = 0))
          """
              .formatted(HeldByCarrier.now("k"));
    };
  }

  /** The beginning of the statement that pins records. */
  static String pin(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert into submission_item (submission_id, revision, relationship_id, relationship_revision, change_type, previous_revision, changed_since_return)
          select ?, ?, h.id, h.revision,
          """;
      case INCIDENTS ->
          """
          insert into submission_incident (submission_id, revision, incident_id, incident_revision, change_type, previous_revision, changed_since_return)
          select ?, ?, h.id, h.revision,
          """;
    };
  }

  /**
   * Whether a record, {@code h}, says in {@code v} what the revision that was returned said of it.
   */
  static String sameAsReturned(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          exists (select 1 from submission_item o
                  join relationship_revision w
                    on w.relationship_id = o.relationship_id and w.revision = o.relationship_revision
                  where o.submission_id = ? and o.revision = ? and o.relationship_id = h.id
                    and w.content_sha256 = v.content_sha256)
          """;
      case INCIDENTS ->
          """
          exists (select 1 from submission_incident o
                  join incident_revision w
                    on w.incident_id = o.incident_id and w.revision = o.incident_revision
                  where o.submission_id = ? and o.revision = ? and o.incident_id = h.id
                    and w.content_sha256 = v.content_sha256)
          """;
    };
  }

  /**
   * The chosen records, {@code t}, with what another submission last told the carrier and did not
   * take back.
   */
  static String pinned(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          join relationship h on h.id = t.relationship_id
          join relationship_revision v on v.relationship_id = h.id and v.revision = h.revision
          left join relationship_revision p on p.relationship_id = h.id and p.revision =
            (select d.relationship_revision from disclosure d
             where d.carrier_id = ? and d.relationship_id = t.relationship_id and d.withdrawn = 0 and d.submission_id <> ?
             order by d.disclosed_from desc limit 1)
          """;
      case INCIDENTS ->
          """
          join incident h on h.id = t.incident_id
          join incident_revision v on v.incident_id = h.id and v.revision = h.revision
          left join incident_revision p on p.incident_id = h.id and p.revision =
            (select d.incident_revision from incident_disclosure d
             where d.carrier_id = ? and d.incident_id = t.incident_id and d.withdrawn = 0 and d.submission_id <> ?
             order by d.disclosed_from desc limit 1)
          """;
    };
  }

  static String writeCounts(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          update submission_revision v set
            added = (select count(*) from submission_item i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ADDED'),
            changed = (select count(*) from submission_item i
                       where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'CHANGED'),
            ended = (select count(*) from submission_item i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ENDED'),
            unchanged = (select count(*) from submission_item i
                         where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'UNCHANGED'),
            voided = (select count(*) from submission_item i
                      where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'VOIDED')
          where v.submission_id = ? and v.revision = ?
          """;
      case INCIDENTS ->
          """
          update submission_revision v set
            added = (select count(*) from submission_incident i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ADDED'),
            changed = (select count(*) from submission_incident i
                       where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'CHANGED'),
            ended = (select count(*) from submission_incident i
                     where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'ENDED'),
            unchanged = (select count(*) from submission_incident i
                         where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'UNCHANGED'),
            voided = (select count(*) from submission_incident i
                      where i.submission_id = v.submission_id and i.revision = v.revision and i.change_type = 'VOIDED')
          where v.submission_id = ? and v.revision = ?
          """;
    };
  }

  static String clear(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> "delete from submission_item where submission_id = ? and revision = ?";
      case INCIDENTS ->
          """
          delete from submission_incident where submission_id = ? and revision = ?
          """;
    };
  }

  static String count(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select count(*) from submission_item i where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          select count(*) from submission_incident i where i.submission_id = ? and i.revision = ?
          """;
    };
  }

  /** Those of which there is a newer revision than the one pinned. */
  static String countOutdated(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select count(*) from submission_item i
          join relationship h on h.id = i.relationship_id and h.revision > i.relationship_revision
          where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          select count(*) from submission_incident i
          join incident h on h.id = i.incident_id and h.revision > i.incident_revision
          where i.submission_id = ? and i.revision = ?
          """;
    };
  }

  /** Those that were compared with something that the carrier no longer has. */
  static String countOvertaken(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select count(*) from submission_item i
          where i.submission_id = ? and i.revision = ? and not (i.previous_revision <=>
            (select d.relationship_revision from disclosure d
             where d.carrier_id = ? and d.relationship_id = i.relationship_id and d.withdrawn = 0 and d.submission_id <> ?
             order by d.disclosed_from desc limit 1))
          """;
      case INCIDENTS ->
          """
          select count(*) from submission_incident i
          where i.submission_id = ? and i.revision = ? and not (i.previous_revision <=>
            (select d.incident_revision from incident_disclosure d
             where d.carrier_id = ? and d.incident_id = i.incident_id and d.withdrawn = 0 and d.submission_id <> ?
             order by d.disclosed_from desc limit 1))
          """;
    };
  }

  /** Whether an item is pinned in another revision than the newest of its head, {@code h}. */
  static String outdated(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS -> "h.revision <> i.relationship_revision";
      case INCIDENTS -> "h.revision <> i.incident_revision";
    };
  }

  /** All, with their heads, {@code h}, for conditions on these. */
  static String countWithHeads(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select count(*) from submission_item i join relationship h on h.id = i.relationship_id
          where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          select count(*) from submission_incident i join incident h on h.id = i.incident_id
          where i.submission_id = ? and i.revision = ?
          """;
    };
  }
}
