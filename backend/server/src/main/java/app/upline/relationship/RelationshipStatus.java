package app.upline.relationship;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** VOIDED when it was recorded by mistake, ENDED once an end date is recorded, else ACTIVE. */
public enum RelationshipStatus implements Coded {
  ACTIVE("Active"),
  ENDED("Ended"),
  VOIDED("Voided");

  public static final CodeList<RelationshipStatus> CODES = CodeList.of(RelationshipStatus.class);

  private final String label;
  private final List<String> aliases;

  RelationshipStatus(String label, String... aliases) {
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
