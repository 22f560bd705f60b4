package app.upline.incident.workbook;

import app.upline.workbook.Cell;
import app.upline.workbook.SheetRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contract number and PBP in one cell, as many sheets have them: H0672-001, H0672/003. */
final class PlanCell {

  private static final String CONTRACT = "contractNumber";
  private static final String PBP = "pbp";

  /** What follows the PBP is the segment, which is not asked for. */
  private static final Pattern BOTH =
      Pattern.compile(
          "\\s*([A-Za-z0-9]\\d{4})\\s*[-/ ]\\s*(\\d{1,3})(?:\\s*[-/ ]\\s*\\d{1,3})?\\s*");

  private PlanCell() {}

  /** The row with a cell for each, unless it has another for the PBP. */
  static SheetRow split(SheetRow row) {
    Cell contract = row.cells().get(CONTRACT);
    Cell pbp = row.cells().get(PBP);
    boolean readable =
        contract instanceof Cell.Text
            || contract instanceof Cell.Number number && number.shown().isExact();
    if (!readable || (pbp != null && !(pbp instanceof Cell.Blank))) {
      return row;
    }
    Matcher both = BOTH.matcher(contract.text());
    if (!both.matches()) {
      return row;
    }
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.put(CONTRACT, new Cell.Text(contract.address(), both.group(1)));
    cells.put(PBP, new Cell.Text(contract.address(), both.group(2)));
    return new SheetRow(row.sheet(), row.number(), cells);
  }
}
