package app.upline.relationship.workbook;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.workbook.Cell;
import app.upline.platform.workbook.Column;
import app.upline.platform.workbook.Columns;
import app.upline.platform.workbook.Row;
import app.upline.platform.workbook.TemplateSpec;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipDetails;
import app.upline.relationship.RelationshipFields;
import app.upline.relationship.SheetEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the template, the upload and the export, made of the fields of a relationship. */
public final class RelationshipSheet {

  static final String REFERENCE = "reference";
  static final String UPSTREAM = "upstreamReference";
  private static final String UPSTREAM_FIELD = "upstreamId";
  public static final String SHEET_NAME = "TPMO Relationships";
  private static final FieldSet<RelationshipDetails> FIELDS = RelationshipFields.ALL;

  public static final Columns COLUMNS = new Columns(columns());

  private RelationshipSheet() {}

  /** The row of a relationship, a value per column. */
  public static List<@Nullable Object> row(
      Relationship relationship, @Nullable String upstreamReference) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(relationship.reference());
    values.add(upstreamReference);
    for (Field<RelationshipDetails, ?> field : columnFields()) {
      values.add(
          field.kind().date()
              ? field.getter().apply(relationship.details())
              : field.textIn(relationship.details()));
    }
    return values;
  }

  /** What a row of somebody's sheet holds. */
  static SheetEntry entry(Row row) {
    Draft<RelationshipDetails> typed = new Draft<>();
    Set<Field<RelationshipDetails, ?>> given = new HashSet<>();
    for (Field<RelationshipDetails, ?> field : columnFields()) {
      Cell cell = row.cells().get(field.key());
      if (cell != null) {
        given.add(field);
        read(typed, field, cell);
      }
    }
    return new SheetEntry(
        row.number(),
        text(row, REFERENCE),
        text(row, UPSTREAM),
        row.cells().containsKey(UPSTREAM),
        typed,
        given);
  }

  static TemplateSpec template() {
    return new TemplateSpec(
        SHEET_NAME,
        "TPMO relationships",
        List.of(
            "Enter one row for each third-party marketing organization (TPMO) you work with: every company or independent agent you compensate for lead generation, marketing, sales or enrollment (42 CFR 422.2274(g)(2)).",
            "Point at a header to see what belongs in its column. Columns with a coloured header and a star are required in every row; some others become required by what you enter, and the upload tells you so.",
            "Choose from the drop-down where there is one. Where several are possible, type them with semicolons between.",
            "Leave the column Reference blank for a new relationship; it is issued when you upload. In a row that has one, change what has changed and upload again.",
            "When a relationship has ended enter the end date and the reason. A row that you delete here is not taken as ended.",
            "Save, then upload the workbook. Do a dry run first: it changes nothing and lists every cell that needs mending."),
        COLUMNS);
  }

  /**
   * The key of the column on which a fault is shown: its own, else that of the field it depends on.
   */
  static List<String> columnsOf(String pointer) {
    if (pointer.equals(SheetEntry.REFERENCE_POINTER)) {
      return List.of(REFERENCE, "ownReference", "legalName");
    }
    List<String> keys = new ArrayList<>();
    for (Field<RelationshipDetails, ?> field : FIELDS.all()) {
      if (field.pointer().equals(pointer) || field.pointer().startsWith(pointer + "/")) {
        keys.add(field.key().equals(UPSTREAM_FIELD) ? UPSTREAM : field.key());
        if (field.anchor() != null) {
          keys.add(field.anchor());
        }
      }
    }
    return keys;
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            REFERENCE,
            "Reference",
            List.of("Upline reference", "REL reference"),
            "Issued by Upline. Leave blank for a new relationship.",
            Column.Kind.TEXT,
            false,
            List.of(),
            false,
            18));
    columns.add(
        new Column(
            UPSTREAM,
            "Upstream reference",
            List.of("Reports to", "Upline", "Parent"),
            "Reference, or your own reference, of the entity directly above this one; blank when it works for you directly.",
            Column.Kind.TEXT,
            false,
            List.of(),
            false,
            20));
    columnFields().forEach(field -> columns.add(column(field)));
    return columns;
  }

  private static Column column(Field<RelationshipDetails, ?> field) {
    List<String> choices = field.kind().choices();
    return new Column(
        field.key(),
        field.label(),
        field.aliases(),
        field.help(),
        field.kind().date() ? Column.Kind.DATE : Column.Kind.TEXT,
        field.required(),
        choices,
        field.kind().multiple() && !choices.isEmpty(),
        Math.clamp(field.label().length() + 4, 12, 34));
  }

  private static List<Field<RelationshipDetails, ?>> columnFields() {
    return FIELDS.all().stream().filter(field -> !field.key().equals(UPSTREAM_FIELD)).toList();
  }

  private static void read(
      Draft<RelationshipDetails> typed, Field<RelationshipDetails, ?> field, Cell cell) {
    if (cell instanceof Cell.Failed failed) {
      typed.fault(
          field, "CELL_ERROR", "The cell shows the error " + failed.code() + "; enter the value.");
    } else {
      FIELDS.read(typed, field, cell.text());
    }
  }

  private static @Nullable String text(Row row, String key) {
    Cell cell = row.cells().get(key);
    return cell == null || cell.text().isBlank() ? null : cell.text().strip();
  }
}
