package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What an investigation found. */
public enum InvestigationOutcome implements Coded {
  FOUNDED("Founded", "Substantiated", "Confirmed", "Valid", "Proven"),
  UNFOUNDED(
      "Unfounded",
      "Unsubstantiated",
      "Not substantiated",
      "Not founded",
      "Not confirmed",
      "No violation"),
  INCONCLUSIVE("Inconclusive", "Undetermined", "Insufficient evidence"),
  PENDING("Pending", "Open", "In progress", "Under investigation", "TBD"),
  WITHDRAWN("Withdrawn", "Complaint withdrawn", "Retracted");

  public static final CodeList<InvestigationOutcome> CODES =
      CodeList.of(InvestigationOutcome.class);

  private final String label;
  private final List<String> aliases;

  InvestigationOutcome(String label, String... aliases) {
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
