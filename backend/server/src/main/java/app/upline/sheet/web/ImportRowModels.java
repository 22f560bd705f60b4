package app.upline.sheet.web;

import app.upline.api.model.ImportRowCellDto;
import app.upline.api.model.ImportRowDto;
import app.upline.platform.personal.FreeTextScan;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.ImportAttempt.MappedColumn;
import app.upline.sheet.RowToCorrect;
import app.upline.workbook.SheetColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an upload as the contract has them. What a cell says is the agency's own, but no one may
 * read the number of a beneficiary here: it is masked, as it is wherever else it may stand.
 */
final class ImportRowModels {

  private final Map<String, MappedColumn> columns = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();

  ImportRowModels(app.upline.workbook.Columns fields, ImportAttempt attempt) {
    for (MappedColumn column : attempt.mapping().columns()) {
      if (column.field() != null) {
        columns.put(column.field(), column);
      }
    }
    for (SheetColumn field : fields.all()) {
      headers.put(field.key(), field.header());
    }
  }

  ImportRowDto row(RowToCorrect row) {
    Map<String, String> corrected = row.correction().texts();
    List<ImportRowCellDto> cells = new ArrayList<>();
    row.uploaded().forEach((field, text) -> cells.add(cell(field, text, corrected.get(field))));
    corrected.forEach(
        (field, text) -> {
          if (!row.uploaded().containsKey(field)) {
            cells.add(cell(field, "", text));
          }
        });
    return new ImportRowDto()
        .row(row.row())
        .leftOut(row.correction().leftOut())
        .cells(cells)
        .errors(row.faults().stream().map(ImportModels::error).toList());
  }

  private ImportRowCellDto cell(String field, String uploaded, @Nullable String corrected) {
    MappedColumn column = columns.get(field);
    String current = corrected == null ? uploaded : corrected;
    String shown = FreeTextScan.redactNumbers(current);
    String before = corrected == null ? null : FreeTextScan.redactNumbers(uploaded);
    return new ImportRowCellDto()
        .column(column == null ? null : column.column())
        .header(column == null ? headers.getOrDefault(field, field) : column.header())
        .field(field)
        .text(shown)
        .uploadedText(before)
        .masked(!shown.equals(current) || before != null && !before.equals(uploaded));
  }
}
