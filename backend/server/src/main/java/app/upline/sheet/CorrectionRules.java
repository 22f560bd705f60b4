package app.upline.sheet;

import app.upline.platform.validation.Fault;
import app.upline.workbook.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold of corrections before anything is looked at: rows and fields that are there, each
 * named once.
 */
final class CorrectionRules {
  private CorrectionRules() {}

  /**
   * What is wrong with it.
   *
   * @param correctable which of its rows wait to be corrected
   */
  static List<Fault> faults(
      ImportCorrections.Request request, Columns columns, Set<Integer> correctable) {
    List<Fault> faults = new ArrayList<>();
    MappingRules.faults(request.mapping(), columns)
        .forEach(
            fault ->
                faults.add(new Fault("/mapping" + fault.pointer(), fault.code(), fault.message())));
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < request.rows().size(); i++) {
      ImportCorrections.Row row = request.rows().get(i);
      String pointer = "/rows/" + i;
      if (!seen.add(row.row())) {
        faults.add(
            new Fault(
                pointer + "/row", "DUPLICATE_ROW", "Row %d is named twice.".formatted(row.row())));
      } else if (!correctable.contains(row.row())) {
        faults.add(
            new Fault(
                pointer + "/row",
                "UNKNOWN_ROW",
                "Row %d is not among the rows that wait to be corrected.".formatted(row.row())));
      }
      Set<String> fields = new HashSet<>();
      for (int j = 0; j < row.cells().size(); j++) {
        String field = row.cells().get(j).field();
        String place = "%s/cells/%d/field".formatted(pointer, j);
        if (!columns.has(field)) {
          faults.add(new Fault(place, "UNKNOWN_FIELD", "There is no such field."));
        } else if (!fields.add(field)) {
          faults.add(new Fault(place, "DUPLICATE_FIELD", "This field is named twice in the row."));
        }
      }
    }
    return faults;
  }
}
