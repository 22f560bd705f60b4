package app.upline.relationship.workbook;

import app.upline.identity.CurrentUser;
import app.upline.platform.validation.Fault;
import app.upline.platform.workbook.Confidence;
import app.upline.platform.workbook.Heading;
import app.upline.platform.workbook.Headings;
import app.upline.platform.workbook.Workbook;
import app.upline.platform.workbook.WorkbookLimits;
import app.upline.platform.workbook.WorkbookRefusedException;
import app.upline.relationship.BulkOptions;
import app.upline.relationship.BulkOutcome;
import app.upline.relationship.ImportAttempt;
import app.upline.relationship.ImportFault;
import app.upline.relationship.ImportLog;
import app.upline.relationship.RelationshipBulk;
import app.upline.relationship.SheetEntry;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded sheet into the register: reads it with no transaction open, applies it in one,
 * records the attempt.
 */
@Singleton
public final class RelationshipImporter {

  private final RelationshipBulk bulk;
  private final ImportLog log;
  private final WorkbookLimits limits;

  RelationshipImporter(RelationshipBulk bulk, ImportLog log, WorkbookLimits limits) {
    this.bulk = bulk;
    this.log = log;
    this.limits = limits;
  }

  /** Which column seems to hold which field. */
  public ImportAttempt.Mapping propose(
      Path file, @Nullable String sheet, @Nullable Integer headerRow)
      throws WorkbookRefusedException, MappingRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      return mapping(headings(workbook, sheet, headerRow, Map.of()), Map.of());
    }
  }

  /** Reads the file and applies it, or finds out what would happen. */
  public ImportAttempt upload(CurrentUser user, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    List<SheetEntry> entries = new ArrayList<>();
    Headings headings;
    List<ImportAttempt.Notice> notices;
    try (Workbook workbook = Workbook.open(file, limits)) {
      headings = headings(workbook, request.sheet(), request.headerRow(), request.mapping());
      workbook.forEachRow(headings, row -> entries.add(RelationshipSheet.entry(row)));
      notices = UploadNotices.of(workbook, headings);
    }
    BulkOutcome outcome = bulk.apply(user, entries, request.options());
    List<ImportFault> faults = new FaultPlaces(headings).place(outcome.faults());
    ImportLog.Entry entry =
        new ImportLog.Entry(
            request.options().write() ? ImportAttempt.Mode.COMMIT : ImportAttempt.Mode.DRY_RUN,
            status(request.options(), outcome),
            request.fileName(),
            mapping(headings, request.mapping()),
            notices,
            counts(entries, outcome),
            faults);
    return log.record(user, entry, file);
  }

  private static ImportAttempt.Counts counts(List<SheetEntry> entries, BulkOutcome outcome) {
    return new ImportAttempt.Counts(
        entries.size(),
        outcome.created(),
        outcome.changed(),
        outcome.unchanged(),
        outcome.faults().size());
  }

  private static ImportAttempt.Status status(BulkOptions options, BulkOutcome outcome) {
    Map<Integer, List<Fault>> faults = outcome.faults();
    if (!options.write()) {
      return faults.isEmpty()
          ? ImportAttempt.Status.CHECKED
          : ImportAttempt.Status.CHECKED_WITH_ERRORS;
    }
    if (!outcome.written()) {
      return ImportAttempt.Status.REJECTED;
    }
    return faults.isEmpty() ? ImportAttempt.Status.APPLIED : ImportAttempt.Status.APPLIED_IN_PART;
  }

  private static Headings headings(
      Workbook workbook,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      Map<String, @Nullable String> mapping)
      throws WorkbookRefusedException, MappingRefusedException {
    try {
      Headings found;
      if (headerRow != null) {
        String wanted = sheet == null ? workbook.sheets().getFirst() : sheet;
        found = workbook.headingsAt(wanted, headerRow, RelationshipSheet.COLUMNS);
      } else if (sheet != null) {
        found = workbook.findHeadings(RelationshipSheet.COLUMNS, sheet);
      } else {
        found = workbook.findHeadings(RelationshipSheet.COLUMNS);
      }
      return found.with(mapping);
    } catch (IllegalArgumentException e) {
      throw new MappingRefusedException(e.getMessage());
    }
  }

  private static ImportAttempt.Mapping mapping(
      Headings headings, Map<String, @Nullable String> chosen) {
    Map<String, Boolean> isChosen = new HashMap<>();
    chosen
        .keySet()
        .forEach(name -> isChosen.put(name.strip().toLowerCase(java.util.Locale.ROOT), true));
    List<ImportAttempt.MappedColumn> columns =
        headings.headings().stream().map(heading -> column(heading, isChosen)).toList();
    return new ImportAttempt.Mapping(headings.sheet(), headings.row(), columns);
  }

  private static ImportAttempt.MappedColumn column(Heading heading, Map<String, Boolean> chosen) {
    boolean byCaller =
        chosen.containsKey(heading.text().strip().toLowerCase(java.util.Locale.ROOT))
            || chosen.containsKey(heading.letter().toLowerCase(java.util.Locale.ROOT));
    String confidence =
        byCaller && heading.confidence() == Confidence.EXACT
            ? "CHOSEN"
            : heading.confidence().name();
    return new ImportAttempt.MappedColumn(
        heading.letter(), heading.text(), heading.key(), confidence);
  }
}
