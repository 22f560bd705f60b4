package app.upline.sheet;

import app.upline.workbook.SheetRow;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the cells of an uploaded file show. Which rows are wanted is known once all have been looked
 * at, so the file is read once more rather than held.
 */
final class UploadedRows {

  private static final int AT_A_TIME = 500;

  private final RecordSheet<?> form;
  private final Path file;
  private final WorkbookLimits limits;
  private final UploadRequest request;

  UploadedRows(RecordSheet<?> form, Path file, WorkbookLimits limits, UploadRequest request) {
    this.form = form;
    this.file = file;
    this.limits = limits;
    this.request = request;
  }

  /** Shows these rows, some at a time. */
  void show(Set<Integer> wanted, Consumer<List<RowTexts>> some) {
    if (wanted.isEmpty()) {
      return;
    }
    List<RowTexts> rows = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, limits)) {
      workbook.forEachRow(
          SheetReading.headings(form, workbook, request),
          row -> {
            if (wanted.contains(row.number())) {
              rows.add(texts(row));
              if (rows.size() == AT_A_TIME) {
                some.accept(List.copyOf(rows));
                rows.clear();
              }
            }
          });
      some.accept(List.copyOf(rows));
    } catch (WorkbookRefusedException | MappingRefusedException e) {
      throw new IllegalStateException("A file that was read is refused", e);
    }
  }

  private static RowTexts texts(SheetRow row) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.cells().forEach((field, cell) -> texts.put(field, cell.text()));
    return new RowTexts(row.number(), texts);
  }
}
