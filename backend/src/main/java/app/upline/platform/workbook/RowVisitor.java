package app.upline.platform.workbook;

/** Is shown the rows of a sheet one after the other, from the top. */
@FunctionalInterface
public interface RowVisitor {
  void visit(Row row);
}
