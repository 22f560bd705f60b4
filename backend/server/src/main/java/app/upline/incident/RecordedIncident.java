package app.upline.incident;

/** An incident in its newest revision, and how it stands. */
public record RecordedIncident(Incident incident, IncidentDerivedState standing) {}
