package app.upline.incident;

/** The order of a list; ties are broken by creation. */
public enum IncidentSort {
  REFERENCE,
  NEWEST,
  DISCOVERY_DATE,
  CHANGED_AT
}
