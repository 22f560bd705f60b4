package app.upline.disclosure.workbook;

import app.upline.incident.DisciplinaryAction;
import app.upline.incident.IncidentDetails;
import app.upline.incident.IncidentFields;
import app.upline.platform.fields.Field;
import app.upline.workbook.SheetColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An incident's own columns in files for people: its fields, and the discipline that followed. */
final class IncidentColumns {

  /** Ids say nothing to a reader; there is but one carrier here. */
  private static final Set<String> LEFT_OUT =
      Set.of("/carrierId", "/subject/relationshipId", "/incidentDateUnknown");

  private static final Set<String> FREE_TEXT =
      Set.of("/description", "/categoryOther", "/citation", "/lateReason");

  private static final List<Field<IncidentDetails, ?>> FIELDS =
      IncidentFields.ALL.all().stream()
          .<Field<IncidentDetails, ?>>map(field -> field)
          .filter(field -> !LEFT_OUT.contains(field.pointer()))
          .toList();

  private IncidentColumns() {}

  static List<SheetColumn> all() {
    List<SheetColumn> columns = new ArrayList<>();
    for (Field<IncidentDetails, ?> field : FIELDS) {
      columns.add(
          SheetColumn.written(
              field.key(),
              field.label(),
              field.kind().date() ? SheetColumn.Kind.DATE : SheetColumn.Kind.TEXT,
              Math.clamp(field.label().length() + 4, 12, 34)));
    }
    columns.add(
        SheetColumn.written(
            "disciplinaryActions", "Disciplinary actions", SheetColumn.Kind.TEXT, 40));
    return columns;
  }

  /**
   * @param freeText what is made of texts in which anything may stand
   */
  static List<@Nullable Object> values(IncidentDetails details, UnaryOperator<String> freeText) {
    List<@Nullable Object> values = new ArrayList<>();
    FIELDS.forEach(field -> values.add(value(field, details, freeText)));
    values.add(
        details.disciplinaryActions().stream()
            .map(IncidentColumns::summary)
            .collect(Collectors.joining("; ")));
    return values;
  }

  private static @Nullable Object value(
      Field<IncidentDetails, ?> field, IncidentDetails details, UnaryOperator<String> freeText) {
    if (field.kind().date()) {
      return field.getter().apply(details);
    }
    String text = field.textIn(details);
    return text != null && FREE_TEXT.contains(field.pointer()) ? freeText.apply(text) : text;
  }

  private static String summary(DisciplinaryAction action) {
    return "%s by %s, decided %s, %s"
        .formatted(
            action.type().label(),
            action.takenBy().label(),
            action.decisionDate(),
            action.status().label());
  }
}
