package app.upline.figures;

import app.upline.incident.IncidentFacets;
import app.upline.platform.persistence.Sql;
import app.upline.submission.HeldByCarrier;
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

  private static final String OWN =
      """
      from incident i
      join incident_revision x on x.incident_id = i.id and x.revision = i.revision
      """;

  private static final String OWN_REGISTER =
      """
      join relationship r on r.id = x.relationship_id and r.agency_id = i.agency_id
      join relationship_revision v on v.relationship_id = r.id and v.revision = r.revision
      """;

  private static final String TOLD =
      """
      from incident_disclosure_facet f
      %s
      join incident i on i.id = d.incident_id
      """
          .formatted(HeldByCarrier.incident("f", null));

  /** What the carrier was told of the register, which may be less than the agency has. */
  private static final String TOLD_REGISTER =
      """
      join disclosure k
        on k.carrier_id = d.carrier_id and %s and k.relationship_id = x.relationship_id
      join relationship r on r.id = k.relationship_id
      join relationship_revision v on v.relationship_id = k.relationship_id and v.revision = k.relationship_revision
      """
          .formatted(HeldByCarrier.now("k"));

  /** The agency's own, disclosed or not, without what was recorded by mistake. */
  static Source own(UUID agencyId, @Nullable UUID carrierId, PeriodRange range) {
    Sql where =
        Sql.of(
                "where i.agency_id = ? and i.discovery_date >= ? and i.discovery_date < ? and i.voided = false",
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
            .add("and f.facet = concat('period:', x.period)"),
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
