package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.validation.Fault;
import app.upline.record.OwnReference;
import app.upline.record.RecordReference;
import app.upline.sheet.SheetEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet says of one incident: its first row, and those that add an action to it. They say
 * which incident they belong to by its reference, or by the agency's own, so that a sheet can be
 * sorted.
 *
 * @param head the row that tells of the incident itself
 * @param all every row, the head first
 */
record IncidentEntry(IncidentRow head, List<IncidentRow> all)
    implements SheetEntry<IncidentDetails> {

  /** Faults that are not of the incident as a whole are pointed at within one of its rows. */
  private static final String ROWS = "/rows/";

  /** The incidents of a sheet, in the order of their first rows. */
  static List<IncidentEntry> of(List<IncidentRow> rows) {
    Map<String, List<IncidentRow>> byIncident = new LinkedHashMap<>();
    for (IncidentRow row : rows) {
      byIncident.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
    }
    List<IncidentEntry> entries = new ArrayList<>();
    byIncident.values().forEach(all -> entries.add(new IncidentEntry(all.getFirst(), all)));
    entries.forEach(IncidentEntry::checkFurtherRows);
    return entries;
  }

  private static String key(IncidentRow row) {
    if (row.reference() != null) {
      return "reference " + RecordReference.key(row.reference());
    }
    return row.ownReference() == null
        ? "row " + row.number()
        : "own " + OwnReference.key(row.ownReference());
  }

  @Override
  public int row() {
    return head.number();
  }

  @Override
  public Set<Integer> rows() {
    return all.stream().map(IncidentRow::number).collect(Collectors.toSet());
  }

  @Override
  public @Nullable String reference() {
    return head.reference();
  }

  @Override
  public @Nullable String ownReference() {
    return head.ownReference();
  }

  @Override
  public Draft<IncidentDetails> typed() {
    return head.typed();
  }

  @Override
  public List<Fault> remarks() {
    List<Fault> remarks = new ArrayList<>(typed().remarks());
    for (IncidentRow row : all) {
      if (row != head) {
        row.typed().remarks().forEach(remark -> remarks.add(in(row, "", remark)));
      }
      if (row.action() != null) {
        row.action().remarks().forEach(remark -> remarks.add(in(row, IncidentRow.ACTION, remark)));
      }
    }
    return remarks;
  }

  private static Fault in(IncidentRow row, String group, Fault remark) {
    return new Fault(within(row, group + remark.pointer()), remark.code(), remark.message());
  }

  @Override
  public Set<Field<IncidentDetails, ?>> given() {
    return head.given();
  }

  @Override
  public RowFault place(Fault fault) {
    if (!fault.pointer().startsWith(ROWS)) {
      return new RowFault(row(), fault);
    }
    int end = fault.pointer().indexOf('/', ROWS.length());
    return new RowFault(
        Integer.parseInt(fault.pointer().substring(ROWS.length(), end)),
        new Fault(fault.pointer().substring(end), fault.code(), fault.message()));
  }

  /** A fault's pointer, in one of the rows. */
  static String within(IncidentRow row, String pointer) {
    return ROWS + row.number() + pointer;
  }

  /** The further rows add an action and contradict nothing that the first row says. */
  private void checkFurtherRows() {
    for (IncidentRow row : all.subList(1, all.size())) {
      row.typed()
          .faults()
          .forEach(
              fault -> typed().fault(within(row, fault.pointer()), fault.code(), fault.message()));
      row.given().forEach(field -> checkAgreement(row, field));
      if (row.action() == null) {
        typed()
            .fault(
                within(row, REFERENCE_POINTER),
                "DUPLICATE_ROW",
                "Row "
                    + row()
                    + " is about the same incident, and this one adds no disciplinary action; take it out.");
      }
    }
  }

  private <T> void checkAgreement(IncidentRow row, Field<IncidentDetails, T> field) {
    T value = row.typed().get(field);
    if (value != null && !Objects.equals(value, typed().get(field))) {
      typed()
          .fault(
              within(row, field.pointer()),
              "CONTRADICTS_ROW",
              "Row "
                  + row()
                  + " tells of the same incident and says otherwise; change it there and leave this cell blank.");
    }
  }
}
