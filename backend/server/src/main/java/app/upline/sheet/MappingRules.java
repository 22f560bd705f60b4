package app.upline.sheet;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import app.upline.sheet.SheetMapping.Column;
import app.upline.sheet.SheetMapping.FixedValue;
import app.upline.sheet.SheetMapping.Translation;
import app.upline.workbook.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a mapping may say, whatever sheet it is of. */
final class MappingRules {

  private static final String UNKNOWN = "There is no such field.";

  private MappingRules() {}

  static List<Fault> faults(SheetMapping mapping, Columns columns) {
    List<Fault> faults = new ArrayList<>();
    Set<String> fields = new HashSet<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      Column column = mapping.columns().get(i);
      String field = column.field();
      if (field != null) {
        field("/columns/%d/field".formatted(i), field, columns, fields, faults);
      }
    }
    for (int i = 0; i < mapping.fixedValues().size(); i++) {
      FixedValue value = mapping.fixedValues().get(i);
      field("/fixedValues/%d/field".formatted(i), value.field(), columns, fields, faults);
      text("/fixedValues/%d/text".formatted(i), value.text(), faults);
      if (columns.identifying().contains(value.field())) {
        faults.add(
            new Fault(
                "/fixedValues/%d/field".formatted(i),
                "IDENTIFIES_A_RECORD",
                "This says which record a row is about, so that it cannot be the same in all of them."));
      }
    }
    Set<String> said = new HashSet<>();
    for (int i = 0; i < mapping.translations().size(); i++) {
      Translation translation = mapping.translations().get(i);
      String pointer = "/translations/%d/".formatted(i);
      if (!columns.has(translation.field())) {
        faults.add(new Fault(pointer + "field", "UNKNOWN_FIELD", UNKNOWN));
      }
      text(pointer + "from", translation.from(), faults);
      text(pointer + "to", translation.to(), faults);
      if (translation.from().isBlank()) {
        faults.add(new Fault(pointer + "from", "REQUIRED", "Say which value is meant."));
      } else if (!said.add(
          translation.field() + " " + translation.from().strip().toLowerCase(Locale.ROOT))) {
        faults.add(
            new Fault(pointer + "from", "DUPLICATE_VALUE", "This value is translated twice."));
      }
    }
    return faults;
  }

  private static void field(
      String pointer, String field, Columns columns, Set<String> fields, List<Fault> faults) {
    if (!columns.has(field)) {
      faults.add(new Fault(pointer, "UNKNOWN_FIELD", UNKNOWN));
    } else if (!fields.add(field)) {
      faults.add(
          new Fault(
              pointer, "DUPLICATE_FIELD", "A field comes from one column, or has a fixed value."));
    }
  }

  private static void text(String pointer, String text, List<Fault> faults) {
    PersonalNumbers.fault(pointer, text).ifPresent(faults::add);
  }
}
