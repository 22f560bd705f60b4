package app.upline.relationship;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** How an entity is compensated. */
public enum CompensationBasis implements Coded {
  PER_LEAD("Per Lead"),
  PER_CALL("Per Call"),
  PER_ENROLLMENT("Per Enrollment"),
  HOURLY("Hourly"),
  FLAT_FEE("Flat Fee"),
  REVENUE_SHARE("Revenue Share"),
  OTHER("Other");

  public static final CodeList<CompensationBasis> CODES = CodeList.of(CompensationBasis.class);

  private final String label;
  private final List<String> aliases;

  CompensationBasis(String label, String... aliases) {
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
