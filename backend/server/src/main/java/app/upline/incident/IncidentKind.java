package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What kind of report an incident is. */
public enum IncidentKind implements Coded {
  BENEFICIARY_NONCOMPLIANCE(
      "Non-compliance toward a beneficiary",
      "Non-compliance",
      "Beneficiary",
      "Beneficiary non-compliance"),
  VIOLATION("Violation of a requirement", "Violation", "Compliance violation"),
  DISCIPLINE_ONLY(
      "Disciplinary action only", "Discipline", "Disciplinary action", "Discipline only");

  public static final CodeList<IncidentKind> CODES = CodeList.of(IncidentKind.class);

  private final String label;
  private final List<String> aliases;

  IncidentKind(String label, String... aliases) {
    this.label = label;
    this.aliases = List.of(aliases);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<String> aliases() {
    return aliases;
  }
}
