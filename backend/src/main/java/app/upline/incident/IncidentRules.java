package app.upline.incident;

/** The rules of DOMAIN section 4. */
final class IncidentRules {
  private IncidentRules() {}
}
