package app.upline.figures;

import app.upline.incident.IncidentFacets;
import app.upline.platform.persistence.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are counted, each once: {@code i} is the head, {@code x} the content.
 *
 * @param from the tables up to {@code where}, without parameters
 * @param register the tables that lead to the subcontractor's register row {@code r} and its
 *     revision {@code v}
 */
record Source(String from, Sql where, String register) {

  static final String HELD = "9999-12-31 00:00:00";

  private static final String OWN =
      """
      from incident i force index (incident_by_discovery)
      straight_join incident_revision x on x.incident_id = i.id and x.revision = i.revision
      """;

  private static final String OWN_REGISTER =
      """
      straight_join relationship r on r.id = x.relationship_id and r.agency_id = i.agency_id
      straight_join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
      """;

  private static final String TOLD =
      """
      from incident_disclosure_facet f force index (primary)
      straight_join incident_disclosure d force index (incident_disclosure_in_force)
        on d.carrier_id = f.carrier_id and d.incident_id = f.incident_id and d.disclosed_to = '%s'
      straight_join incident_revision x on x.incident_id = d.incident_id and x.revision = d.incident_revision
      straight_join incident i on i.id = d.incident_id
      """
          .formatted(HELD);

  /** What the carrier was told of the register, which may be less than the agency has. */
  private static final String TOLD_REGISTER =
      """
      straight_join disclosure k force index (disclosure_in_force)
        on k.carrier_id = d.carrier_id and k.disclosed_to = '%s' and k.relationship_id = x.relationship_id
      straight_join relationship r on r.id = k.relationship_id
      straight_join relationship_revision v on v.relationship_id = k.relationship_id and v.revision = k.relationship_revision
      """
          .formatted(HELD);

  /** The agency's own, disclosed or not. */
  static Source own(UUID agencyId, @Nullable UUID carrierId, PeriodRange range) {
    Sql where =
        Sql.of(
                "where i.agency_id = ? and i.discovery_date >= ? and i.discovery_date < ?",
                agencyId,
                range.firstDay(),
                range.end())
            .addIf(carrierId, "and i.carrier_id = ?");
    return new Source(OWN, where, OWN_REGISTER);
  }

  /** What the carrier holds now. */
  static Source told(UUID carrierId, PeriodRange range) {
    return new Source(
        TOLD,
        Sql.of("where f.carrier_id = ?", carrierId)
            .addIn("and f.facet in", range.months().map(IncidentFacets::period).toList())
            // An incident has the facets of its former months too.
            .add("and f.facet = concat('period:', x.period) and d.withdrawn = false"),
        TOLD_REGISTER);
  }

  Sql select(String columns) {
    return Sql.of("select " + columns + "\n" + from).add(where);
  }

  /** With more tables. */
  Sql select(String columns, String tables) {
    return Sql.of("select " + columns + "\n" + from + tables).add(where);
  }
}
