package app.upline.submission;

/**
 * The statements by which a carrier finds what it was told, for each kind of record over its own
 * tables.
 */
final class FacetStatements {

  private FacetStatements() {}

  /** From the agency's index, of what is in its newest revision. */
  static String fromIndex(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert ignore into disclosure_facet (carrier_id, facet, relationship_id)
          select ?, f.facet, f.relationship_id
          from submission_item i
          join relationship h on h.id = i.relationship_id and h.revision = i.relationship_revision
          join relationship_facet f on f.relationship_id = h.id and f.agency_id = h.agency_id
          where i.submission_id = ? and i.revision = ?
          """;
      case INCIDENTS ->
          """
          insert ignore into incident_disclosure_facet (carrier_id, facet, incident_id)
          select ?, f.facet, f.incident_id
          from submission_incident i
          join incident h on h.id = i.incident_id and h.revision = i.incident_revision
          join incident_facet f on f.incident_id = h.id and f.agency_id = h.agency_id
          where i.submission_id = ? and i.revision = ?
          """;
    };
  }

  /** The items that are no longer in their newest revision. */
  static String outdated(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          select i.relationship_id, h.agency_id, h.reference, i.relationship_revision, h.created_at,
            x.changed_at as revised_at, x.content, x.content_sha256
          from submission_item i
          join relationship h on h.id = i.relationship_id and h.revision <> i.relationship_revision
          join relationship_revision x
            on x.relationship_id = i.relationship_id and x.revision = i.relationship_revision
          where i.submission_id = ? and i.revision = ? and i.relationship_id > ?
          order by i.relationship_id limit ?
          """;
      case INCIDENTS ->
          """
          select i.incident_id, h.agency_id, h.reference, i.incident_revision, h.created_at,
            x.changed_at as revised_at, x.content, x.content_sha256
          from submission_incident i
          join incident h on h.id = i.incident_id and h.revision <> i.incident_revision
          join incident_revision x
            on x.incident_id = i.incident_id and x.revision = i.incident_revision
          where i.submission_id = ? and i.revision = ? and i.incident_id > ?
          order by i.incident_id limit ?
          """;
    };
  }

  static String insert(SubmissionKind kind) {
    return switch (kind) {
      case RELATIONSHIPS ->
          """
          insert ignore into disclosure_facet (carrier_id, facet, relationship_id) values (?, ?, ?)
          """;
      case INCIDENTS ->
          """
          insert ignore into incident_disclosure_facet (carrier_id, facet, incident_id) values (?, ?, ?)
          """;
    };
  }
}
