package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Where a disciplinary action stands. */
public enum DisciplineStatus implements Coded {
  PLANNED("Planned", "Pending", "Scheduled"),
  IN_EFFECT("In effect", "Active", "Ongoing", "In progress"),
  COMPLETED("Completed", "Complete", "Done"),
  RESCINDED("Rescinded", "Withdrawn", "Reversed", "Overturned");

  public static final CodeList<DisciplineStatus> CODES = CodeList.of(DisciplineStatus.class);

  private final String label;
  private final List<String> aliases;

  DisciplineStatus(String label, String... aliases) {
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
