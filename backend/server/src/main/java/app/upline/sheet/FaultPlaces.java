package app.upline.sheet;

import app.upline.platform.validation.Fault;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Says of each fault in which cell of the sheet it is to be fixed. */
final class FaultPlaces {

  private final RecordSheet<?> sheet;
  private final Headings headings;

  FaultPlaces(RecordSheet<?> sheet, Headings headings) {
    this.sheet = sheet;
    this.headings = headings;
  }

  private record Placed(ImportFault fault, int column) {}

  List<ImportFault> place(SortedMap<Integer, List<Fault>> byRow) {
    List<Placed> placed = new ArrayList<>();
    Map<String, List<Integer>> missing = new LinkedHashMap<>();
    Map<Fault, List<Integer>> fixed = new LinkedHashMap<>();
    byRow.forEach(
        (row, faults) -> {
          for (Fault fault : faults) {
            Optional<Heading> heading = heading(fault);
            if (fault.pointer().startsWith(SheetEntry.CELL_POINTER)) {
              placed.add(atCell(row, fault));
            } else if (heading.isEmpty() && isFixed(fault)) {
              fixed.computeIfAbsent(fault, key -> new ArrayList<>()).add(row);
            } else if (heading.isEmpty() && isAsked(fault)) {
              // Which column holds it is asked, once for all rows.
              continue;
            } else if (heading.isEmpty() && fault.code().equals("REQUIRED")) {
              missing.computeIfAbsent(fault.pointer(), key -> new ArrayList<>()).add(row);
            } else {
              placed.add(placed(row, fault, heading));
            }
          }
        });
    missing.forEach((pointer, rows) -> placed.add(missingColumn(pointer, rows)));
    fixed.forEach((fault, rows) -> placed.add(ofFixedValue(fault, rows)));
    placed.sort(Comparator.comparing((Placed p) -> p.fault().row()).thenComparing(Placed::column));
    return placed.stream().map(Placed::fault).toList();
  }

  /** The column of the field itself, else of the field it depends on. */
  private Optional<Heading> heading(Fault fault) {
    return sheet.columnsOf(fault.pointer()).stream()
        .flatMap(key -> headings.headings().stream().filter(heading -> key.equals(heading.key())))
        .findFirst();
  }

  private Placed atCell(int row, Fault fault) {
    String letter = fault.pointer().substring(SheetEntry.CELL_POINTER.length());
    Optional<Heading> heading =
        headings.headings().stream().filter(h -> h.letter().equals(letter)).findFirst();
    return new Placed(
        new ImportFault(
            headings.sheet(),
            row,
            letter + row,
            heading.map(Heading::text).orElse("row"),
            null,
            fault.code(),
            fault.message()),
        -1);
  }

  private boolean isFixed(Fault fault) {
    return sheet.columnsOf(fault.pointer()).stream().limit(1).anyMatch(headings.fixed()::contains);
  }

  /** A fixed value is wrong once, not in every row. */
  private Placed ofFixedValue(Fault fault, List<Integer> rows) {
    String key = sheet.columnsOf(fault.pointer()).getFirst();
    return new Placed(
        new ImportFault(
            headings.sheet(),
            headings.row(),
            null,
            label(fault.pointer()),
            key,
            fault.code(),
            "%s This is the fixed value of the mapping (%s)."
                .formatted(fault.message(), inWords(rows))),
        Integer.MAX_VALUE);
  }

  private static String inWords(List<Integer> rows) {
    return rows.size() == 1
        ? "row " + rows.getFirst()
        : rows.size() + " rows, from row " + rows.getFirst();
  }

  private boolean isAsked(Fault fault) {
    return fault.code().equals("REQUIRED")
        && sheet.columnsOf(fault.pointer()).stream()
            .limit(1)
            .anyMatch(key -> sheet.needsCertainty(key) && headings.ties().containsKey(key));
  }

  private Placed placed(int row, Fault fault, Optional<Heading> heading) {
    return new Placed(
        new ImportFault(
            headings.sheet(),
            row,
            heading.map(h -> h.letter() + row).orElse(null),
            heading.map(Heading::text).orElse(label(fault.pointer())),
            heading.map(Heading::key).orElse(null),
            fault.code(),
            fault.message()),
        heading.map(Heading::index).orElse(Integer.MAX_VALUE));
  }

  /** A column that is not there is one fault, not one for every row. */
  private Placed missingColumn(String pointer, List<Integer> rows) {
    List<String> keys = sheet.columnsOf(pointer);
    String key = keys.isEmpty() ? "" : keys.getFirst();
    String message =
        "No column holds “%s”, which is required; %s (%s).%s"
            .formatted(
                label(pointer),
                sheet.remedy(key),
                inWords(rows),
                similar(headings.resembling(key)));
    return new Placed(
        new ImportFault(
            headings.sheet(),
            headings.row(),
            null,
            label(pointer),
            null,
            "COLUMN_MISSING",
            message),
        Integer.MAX_VALUE);
  }

  /** They say more than the name does, so that they may well be something else. */
  private static String similar(List<Heading> found) {
    return found.isEmpty()
        ? ""
        : " "
            + found.stream()
                .limit(5)
                .map(heading -> "%s “%s”".formatted(heading.letter(), heading.text()))
                .collect(Collectors.joining(", "))
            + (found.size() == 1 ? " has" : " have")
            + " a similar name but may be something else: say so in the mapping if it is not.";
  }

  private String label(String pointer) {
    List<String> keys = sheet.columnsOf(pointer);
    return sheet.columns().all().stream()
        .filter(column -> !keys.isEmpty() && column.key().equals(keys.getFirst()))
        .map(SheetColumn::header)
        .findFirst()
        .orElse("row");
  }
}
