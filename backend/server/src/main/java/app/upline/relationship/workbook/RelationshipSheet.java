package app.upline.relationship.workbook;

import app.upline.platform.fields.Draft;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipDetails;
import app.upline.relationship.RelationshipEntry;
import app.upline.relationship.RelationshipFields;
import app.upline.sheet.FieldColumns;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.SheetEntry;
import app.upline.workbook.Columns;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import app.upline.workbook.TemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the template, the upload and the export, made of the fields of a relationship. */
public final class RelationshipSheet implements RecordSheet<RelationshipEntry> {

  public static final RelationshipSheet FORM = new RelationshipSheet();
  public static final String SHEET_NAME = "TPMO Relationships";

  private static final String REFERENCE = "reference";
  private static final String UPSTREAM = "upstreamReference";

  /** Shown as the reference of the row above. */
  private static final String UPSTREAM_FIELD = "upstreamId";

  private static final FieldColumns<RelationshipDetails> FIELDS =
      new FieldColumns<>(RelationshipFields.ALL, Set.of(UPSTREAM_FIELD));

  public static final Columns COLUMNS = new Columns(all(), Set.of(REFERENCE, "ownReference"));

  private RelationshipSheet() {}

  /** The row of a relationship, a value per column. */
  public static List<@Nullable Object> row(
      Relationship relationship, @Nullable String upstreamReference) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(relationship.reference());
    values.add(upstreamReference);
    values.addAll(FIELDS.values(relationship.details()));
    return values;
  }

  @Override
  public String subject() {
    return "RELATIONSHIPS";
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public RelationshipEntry entry(SheetRow row) {
    FieldColumns.Typed<RelationshipDetails> typed = FIELDS.read(row);
    return new RelationshipEntry(
        row.number(),
        FieldColumns.text(row, REFERENCE, typed.draft(), SheetEntry.REFERENCE_POINTER),
        FieldColumns.text(row, UPSTREAM, typed.draft(), "/" + UPSTREAM_FIELD),
        row.cells().containsKey(UPSTREAM),
        typed.draft(),
        typed.given());
  }

  @Override
  public Draft<RelationshipDetails> typed(RelationshipEntry entry) {
    return entry.typed();
  }

  /** Name and number together say that a row is about a relationship; an end date ends it. */
  @Override
  public boolean needsCertainty(String key) {
    return RecordSheet.super.needsCertainty(key)
        || Set.of("npn", "ein", "endDate", UPSTREAM).contains(key);
  }

  @Override
  public String remedy(String key) {
    return key.equals("contactName")
        ? "add one with the whole name, first and last, or map one to it"
        : RecordSheet.super.remedy(key);
  }

  @Override
  public List<String> columnsOf(String pointer) {
    return pointer.equals(SheetEntry.REFERENCE_POINTER)
        ? List.of(REFERENCE, "ownReference", "legalName")
        : FIELDS.keysAt(pointer).stream()
            .map(key -> key.equals(UPSTREAM_FIELD) ? UPSTREAM : key)
            .toList();
  }

  @Override
  public List<Notice> defaults(Headings headings) {
    List<Notice> notices = new ArrayList<>();
    if (!headings.has("licensedProducer")) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Licensed producer?”; for new relationships it is taken as Yes where an NPN is given, else No."));
    }
    if (!headings.has("knownOn")) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Change known on”; for new relationships the day of the upload is taken."));
    }
    return notices;
  }

  static TemplateSpec template() {
    return new TemplateSpec(
        SHEET_NAME,
        "TPMO relationships",
        List.of(
            "Enter one row for each third-party marketing organization (TPMO) you work with: every company or independent agent you compensate for lead generation, marketing, sales or enrollment (42 CFR 422.2274(g)(2)).",
            "Point at a header to see what belongs in its column. Columns with a colored header and a star are required in every row; some others become required by what you enter, and the upload tells you so.",
            "Choose from the drop-down where there is one. Where several are possible, type them with semicolons between; a name that holds a semicolon itself goes into quotation marks.",
            "Leave the column Reference blank for a new relationship; it is issued when you upload. In a row that has one, change what has changed and upload again.",
            "When a relationship has ended enter the end date and the reason. A row that you delete here is not taken as ended.",
            "Save, then upload the workbook. Do a dry run first: it changes nothing and lists every cell with an error."),
        COLUMNS);
  }

  private static List<SheetColumn> all() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(
        FieldColumns.text(
            REFERENCE,
            "Reference",
            "Issued by Upline. Leave blank for a new relationship.",
            18,
            "Upline reference",
            "REL reference"));
    columns.add(
        FieldColumns.text(
            UPSTREAM,
            "Upstream reference",
            "Reference, or your own reference, of the entity directly above this one; blank when it works for you directly.",
            20,
            "Reports to",
            "Upline",
            "Parent"));
    columns.addAll(FIELDS.columns());
    return columns;
  }
}
