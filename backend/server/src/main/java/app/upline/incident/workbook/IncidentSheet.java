package app.upline.incident.workbook;

import app.upline.incident.DisciplinaryAction;
import app.upline.incident.DisciplineFields;
import app.upline.incident.IncidentDetails;
import app.upline.incident.IncidentFields;
import app.upline.incident.IncidentRow;
import app.upline.platform.fields.Draft;
import app.upline.sheet.FieldColumns;
import app.upline.sheet.ImportAttempt.Notice;
import app.upline.sheet.RecordSheet;
import app.upline.sheet.SheetEntry;
import app.upline.workbook.Columns;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the template, the upload and the export: the fields of an incident, then those of
 * one disciplinary action. Each further action of an incident has a row of its own.
 */
public final class IncidentSheet implements RecordSheet<IncidentRow> {

  public static final IncidentSheet FORM = new IncidentSheet();
  public static final String SHEET_NAME = "Incidents";

  private static final String REFERENCE = "reference";
  private static final String CARRIER = "carrier";
  private static final String SUBCONTRACTOR = "subcontractorReference";

  /** Ids, of which a sheet shows what people call it by. */
  private static final String CARRIER_FIELD = "carrierId";

  private static final String SUBCONTRACTOR_FIELD = "relationshipId";

  private static final FieldColumns<IncidentDetails> FIELDS =
      new FieldColumns<>(IncidentFields.ALL, Set.of(CARRIER_FIELD, SUBCONTRACTOR_FIELD));
  private static final FieldColumns<DisciplinaryAction> ACTIONS =
      new FieldColumns<>(DisciplineFields.ALL, Set.of());

  public static final Columns COLUMNS = columns(List.of());

  private IncidentSheet() {}

  /** The columns, with the carriers from which an agency may choose. */
  static Columns columns(List<String> carriers) {
    return new Columns(all(carriers), Set.of(REFERENCE, "ownReference", "actionId"));
  }

  /** The rows of an incident: one, or as many as it has actions. */
  public static List<List<@Nullable Object>> rows(
      String reference,
      @Nullable String carrier,
      @Nullable String subcontractor,
      IncidentDetails details) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<@Nullable Object> first = start(reference, carrier, subcontractor);
    first.addAll(FIELDS.values(details));
    rows.add(first);
    for (DisciplinaryAction action : details.disciplinaryActions()) {
      if (rows.getLast().size() == COLUMNS.size()) {
        List<@Nullable Object> further = start(reference, null, null);
        further.addAll(FIELDS.blanks());
        rows.add(further);
      }
      rows.getLast().addAll(ACTIONS.values(action));
    }
    if (details.disciplinaryActions().isEmpty()) {
      first.addAll(ACTIONS.blanks());
    }
    return rows;
  }

  private static List<@Nullable Object> start(@Nullable Object... values) {
    return new ArrayList<>(Arrays.asList(values));
  }

  @Override
  public String subject() {
    return "INCIDENTS";
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public IncidentRow entry(SheetRow row) {
    FieldColumns.Typed<IncidentDetails> incident = FIELDS.read(PlanCell.split(row));
    FieldColumns.Typed<DisciplinaryAction> action = ACTIONS.read(row);
    boolean tellsOfAction = IncidentRow.tellsOfAction(action.draft(), action.given());
    if (!tellsOfAction) {
      action
          .draft()
          .remarks()
          .forEach(
              remark ->
                  incident
                      .draft()
                      .remark(
                          IncidentRow.ACTION + remark.pointer(), remark.code(), remark.message()));
    }
    return new IncidentRow(
        row.number(),
        FieldColumns.text(row, REFERENCE, incident.draft(), SheetEntry.REFERENCE_POINTER),
        FieldColumns.text(row, CARRIER, incident.draft(), "/" + CARRIER_FIELD),
        FieldColumns.text(row, SUBCONTRACTOR, incident.draft(), "/subject/" + SUBCONTRACTOR_FIELD),
        row.cells().containsKey(SUBCONTRACTOR),
        incident.draft(),
        incident.given(),
        tellsOfAction ? action.draft() : null,
        action.given());
  }

  @Override
  public Draft<IncidentDetails> typed(IncidentRow entry) {
    return entry.typed();
  }

  @Override
  public boolean needsCertainty(String key) {
    return RecordSheet.super.needsCertainty(key)
        || Set.of(CARRIER, SUBCONTRACTOR, "subjectNpn", "incidentDate").contains(key)
        || FIELDS.requires(key)
        || ACTIONS.requires(key);
  }

  @Override
  public String remedy(String key) {
    return key.equals(CARRIER)
        ? "say which carrier with the upload's carrierId, or add a column that names it"
        : RecordSheet.super.remedy(key);
  }

  @Override
  public List<String> columnsOf(String pointer) {
    if (pointer.equals(SheetEntry.REFERENCE_POINTER)) {
      return List.of(REFERENCE, "ownReference", "subjectName");
    }
    if (pointer.startsWith(IncidentRow.ACTION)) {
      String within = pointer.substring(IncidentRow.ACTION.length());
      return within.isEmpty() ? List.of("actionType") : ACTIONS.keysAt(within);
    }
    return FIELDS.keysAt(pointer).stream().map(IncidentSheet::shown).toList();
  }

  private static String shown(String key) {
    return switch (key) {
      case CARRIER_FIELD -> CARRIER;
      case SUBCONTRACTOR_FIELD -> SUBCONTRACTOR;
      default -> key;
    };
  }

  @Override
  public List<Notice> defaults(Headings headings) {
    List<Notice> notices = new ArrayList<>();
    if (!headings.has("beneficiaryInteraction")) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Beneficiary interaction?”; new incidents are taken as associated with one."));
    }
    if (!headings.has("kind")) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Kind”; new incidents are taken as non-compliance toward a beneficiary where there was an interaction with one, else as a violation of a requirement."));
    }
    if (!headings.has("enrollmentAffected")) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Enrollment affected?”; for new incidents it is taken as Yes where the category is enrollment without consent, else No."));
    }
    if (!headings.has(CARRIER)) {
      notices.add(
          Notice.defaultUsed(
              "There is no column “Carrier”; new incidents are taken as of the carrier chosen for the upload, or of your only one."));
    }
    return notices;
  }

  private static List<SheetColumn> all(List<String> carriers) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(
        FieldColumns.text(
            REFERENCE,
            "Reference",
            "Issued by Upline. Leave blank for a new incident. A row that adds a further action repeats its incident's reference.",
            18,
            "Upline reference",
            "INC reference"));
    columns.add(
        FieldColumns.text(
                CARRIER,
                "Carrier",
                "The carrier concerned. Choose from the list.",
                26,
                "Carrier name",
                "Health plan",
                "Plan sponsor")
            .choosing(carriers));
    columns.add(
        FieldColumns.text(
            SUBCONTRACTOR,
            "Subcontractor reference",
            "When the subject is a subcontractor: the reference, or your own reference, of its row in your register.",
            20,
            "Relationship reference",
            "TPMO reference"));
    columns.addAll(FIELDS.columns());
    columns.addAll(ACTIONS.optionalColumns());
    return columns;
  }
}
