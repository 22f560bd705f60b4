package app.upline.relationship;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What an entity is paid for in the chain of enrollment (42 CFR 422.2260). */
public enum TpmoFunction implements Coded {
  LEAD_GENERATION("Lead Generation", "Leads", "Lead Gen"),
  MARKETING("Marketing"),
  SALES("Sales", "Selling"),
  ENROLLMENT("Enrollment", "Enrolment", "Enrolling");

  public static final CodeList<TpmoFunction> CODES = CodeList.of(TpmoFunction.class);

  private final String label;
  private final List<String> aliases;

  TpmoFunction(String label, String... aliases) {
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
