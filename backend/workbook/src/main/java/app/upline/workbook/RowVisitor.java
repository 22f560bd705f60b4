package app.upline.workbook;

/** Is shown the rows of a sheet one after the other, from the top. */
@FunctionalInterface
public interface RowVisitor {
  void visit(SheetRow row);
}
