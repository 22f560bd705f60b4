package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Whose conduct an incident is about. */
public enum SubjectType implements Coded {
  AGENT(
      "Agent",
      "Licensed agent",
      "Producer",
      "Broker",
      "Independent agent",
      "Sales agent",
      "Writing agent"),
  UNLICENSED_STAFF(
      "Unlicensed staff",
      "Staff",
      "Employee",
      "Call center staff",
      "Customer service",
      "CSR",
      "Non-licensed staff"),
  AGENCY("Agency", "The agency", "Agency itself"),
  SUBCONTRACTOR(
      "Subcontractor", "TPMO", "Vendor", "Lead vendor", "Lead generator", "Downline agency");

  public static final CodeList<SubjectType> CODES = CodeList.of(SubjectType.class);

  private final String label;
  private final List<String> aliases;

  SubjectType(String label, String... aliases) {
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
