package app.upline.sheet;

import app.upline.workbook.CellValue;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookRefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where corrections stand in the workbook: in the cells of their columns. A field that no column
 * holds gets a new one behind all that there are, and a row that was left out becomes blank.
 */
final class CorrectedCells {

  private final RecordSheet<?> form;
  private final ImportAttempt.Mapping mapping;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final List<CellValue> values = new ArrayList<>();
  private final Map<String, Map<Integer, String>> without = new LinkedHashMap<>();

  CorrectedCells(RecordSheet<?> form, ImportAttempt.Mapping mapping) {
    this.form = form;
    this.mapping = mapping;
    mapping.columns().stream()
        .filter(column -> column.field() != null)
        .forEach(column -> columns.put(column.field(), column.column()));
  }

  void add(RowCorrection correction) {
    if (correction.leftOut()) {
      columns.values().forEach(letter -> put(letter, correction.row(), ""));
      return;
    }
    correction
        .texts()
        .forEach(
            (field, text) -> {
              String letter = columns.get(field);
              if (letter != null) {
                put(letter, correction.row(), text);
              } else {
                without
                    .computeIfAbsent(field, key -> new LinkedHashMap<>())
                    .put(correction.row(), text);
              }
            });
  }

  /** All of them; a new column begins where the sheet has nothing at all. */
  List<CellValue> in(Workbook workbook) throws WorkbookRefusedException {
    if (!without.isEmpty()) {
      int next = workbook.width(mapping.sheet());
      for (SheetColumn column : form.columns().all()) {
        Map<Integer, String> added = without.get(column.key());
        if (added != null) {
          String letter = CellValue.column(next++);
          put(letter, mapping.headerRow(), column.header());
          added.forEach((row, text) -> put(letter, row, text));
        }
      }
    }
    return values;
  }

  private void put(String letter, int row, String text) {
    values.add(new CellValue(mapping.sheet(), letter + row, text));
  }
}
