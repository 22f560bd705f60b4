package app.upline.disclosure.web;

import app.upline.api.model.DisclosedIncidentSortDto;
import app.upline.api.model.DisclosedRelationshipSortDto;
import app.upline.disclosure.DisclosedIncidentSort;
import app.upline.disclosure.DisclosedRelationshipSort;
import app.upline.platform.code.Codes;

/** The codes of what a carrier holds. */
final class DisclosureCodes {
  static final Codes<DisclosedRelationshipSort, DisclosedRelationshipSortDto> RELATIONSHIP_SORTS =
      Codes.of(DisclosedRelationshipSort.class, DisclosedRelationshipSortDto.class);

  static final Codes<DisclosedIncidentSort, DisclosedIncidentSortDto> INCIDENT_SORTS =
      Codes.of(DisclosedIncidentSort.class, DisclosedIncidentSortDto.class);

  private DisclosureCodes() {}
}
