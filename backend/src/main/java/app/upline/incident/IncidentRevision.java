package app.upline.incident;

import app.upline.relationship.Origin;

/**
 * What an incident was from one change to the next.
 *
 * @param changedBy the name of who recorded it
 */
public record IncidentRevision(Incident incident, String changedBy, Origin origin) {}
