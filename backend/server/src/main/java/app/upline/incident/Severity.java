package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** How serious an incident is; critical ones are reported at once. */
public enum Severity implements Coded {
  LOW("Low", "Minor"),
  MEDIUM("Medium", "Moderate"),
  HIGH("High", "Serious", "Major"),
  CRITICAL("Critical", "Severe", "Urgent");

  public static final CodeList<Severity> CODES = CodeList.of(Severity.class);

  private final String label;
  private final List<String> aliases;

  Severity(String label, String... aliases) {
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
