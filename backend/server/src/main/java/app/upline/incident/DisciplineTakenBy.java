package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Who took a disciplinary action. */
public enum DisciplineTakenBy implements Coded {
  AGENCY("Agency", "Us"),
  UPLINE("Upline", "Upline agency", "FMO"),
  CARRIER("Carrier", "Plan", "Health plan"),
  STATE("State", "State DOI", "Department of insurance");

  public static final CodeList<DisciplineTakenBy> CODES = CodeList.of(DisciplineTakenBy.class);

  private final String label;
  private final List<String> aliases;

  DisciplineTakenBy(String label, String... aliases) {
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
