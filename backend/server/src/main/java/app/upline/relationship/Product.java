package app.upline.relationship;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** A Medicare Advantage or Part D product. */
public enum Product implements Coded {
  MA("Medicare Advantage without drug coverage", "MA only"),
  MAPD("Medicare Advantage with Part D", "MA-PD"),
  PDP("Stand-alone Part D plan"),
  DSNP("Dual Eligible Special Needs Plan", "D-SNP"),
  CSNP("Chronic Condition Special Needs Plan", "C-SNP"),
  ISNP("Institutional Special Needs Plan", "I-SNP");

  public static final CodeList<Product> CODES = CodeList.of(Product.class);

  private final String label;
  private final List<String> aliases;

  Product(String label, String... aliases) {
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
