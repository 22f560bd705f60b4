package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Whether an incident is still being looked into. */
public enum InvestigationStatus implements Coded {
  OPEN("Open", "In progress", "Ongoing", "Under investigation"),
  CLOSED("Closed", "Complete", "Completed", "Done");

  public static final CodeList<InvestigationStatus> CODES = CodeList.of(InvestigationStatus.class);

  private final String label;
  private final List<String> aliases;

  InvestigationStatus(String label, String... aliases) {
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
