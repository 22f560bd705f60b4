package app.upline.sheet;

import app.upline.identity.CurrentUser;
import app.upline.platform.share.Place;
import app.upline.platform.validation.Fault;
import app.upline.platform.workbook.Confidence;
import app.upline.platform.workbook.Heading;
import app.upline.platform.workbook.Headings;
import app.upline.platform.workbook.Workbook;
import app.upline.platform.workbook.WorkbookLimits;
import app.upline.platform.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded sheet in: reads it with no transaction open, applies it in one, records the
 * attempt.
 */
@Singleton
public final class SheetImporter {

  private static final int ROWS_OF_A_TURN = 500;

  private final ImportLog log;
  private final WorkbookLimits limits;

  SheetImporter(ImportLog log, WorkbookLimits limits) {
    this.log = log;
    this.limits = limits;
  }

  /** Which column seems to hold which field. */
  public ImportAttempt.Mapping propose(
      RecordSheet<?> form, Path file, @Nullable String sheet, @Nullable Integer headerRow)
      throws WorkbookRefusedException, MappingRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      return mapping(headings(form, workbook, sheet, headerRow, Map.of()), Map.of());
    }
  }

  /** Reads the file and applies it, or finds out what would happen. */
  public <E> ImportAttempt upload(
      CurrentUser user, RecordSheet<E> form, BulkApplier<E> bulk, Path file, UploadRequest request)
      throws WorkbookRefusedException, MappingRefusedException {
    List<E> rows = new ArrayList<>();
    Headings headings;
    List<ImportAttempt.Notice> notices;
    try (Workbook workbook = Workbook.open(file, limits)) {
      headings = headings(form, workbook, request.sheet(), request.headerRow(), request.mapping());
      workbook.forEachRow(headings, row -> take(form.entry(row), rows));
      notices = UploadNotices.of(form, workbook, headings);
    }
    BulkOutcome outcome = bulk.apply(user, rows, request.options());
    FaultPlaces places = new FaultPlaces(form, headings);
    List<ImportFault> faults = places.place(outcome.faults());
    notices.addAll(UploadNotices.of(places.place(outcome.warnings())));
    ImportLog.Entry entry =
        new ImportLog.Entry(
            form.subject(),
            request.options().write() ? ImportAttempt.Mode.COMMIT : ImportAttempt.Mode.DRY_RUN,
            status(request.options(), outcome),
            request.fileName(),
            mapping(headings, request.mapping()),
            notices,
            counts(rows.size(), outcome),
            faults);
    return log.record(user, entry, file);
  }

  /** Between rows nothing is held, so others can go on. */
  private static <E> void take(E entry, List<E> rows) {
    rows.add(entry);
    if (rows.size() % ROWS_OF_A_TURN == 0) {
      Place.offerTurn();
    }
  }

  private static ImportAttempt.Counts counts(int rows, BulkOutcome outcome) {
    return new ImportAttempt.Counts(
        rows, outcome.created(), outcome.changed(), outcome.unchanged(), outcome.skipped().size());
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
      RecordSheet<?> form,
      Workbook workbook,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      Map<String, @Nullable String> mapping)
      throws WorkbookRefusedException, MappingRefusedException {
    try {
      Headings found;
      if (headerRow != null) {
        String wanted = sheet == null ? workbook.sheets().getFirst() : sheet;
        found = workbook.headingsAt(wanted, headerRow, form.columns());
      } else if (sheet != null) {
        found = workbook.findHeadings(form.columns(), sheet);
      } else {
        found = workbook.findHeadings(form.columns());
      }
      return found.with(mapping);
    } catch (IllegalArgumentException e) {
      throw new MappingRefusedException(e.getMessage());
    }
  }

  private static ImportAttempt.Mapping mapping(
      Headings headings, Map<String, @Nullable String> chosen) {
    Set<String> named =
        chosen.keySet().stream().map(SheetImporter::plain).collect(Collectors.toSet());
    List<ImportAttempt.MappedColumn> columns =
        headings.headings().stream().map(heading -> column(heading, named)).toList();
    return new ImportAttempt.Mapping(headings.sheet(), headings.row(), columns);
  }

  private static ImportAttempt.MappedColumn column(Heading heading, Set<String> chosen) {
    boolean byCaller =
        chosen.contains(plain(heading.text())) || chosen.contains(plain(heading.letter()));
    String confidence =
        byCaller && heading.confidence() == Confidence.EXACT
            ? "CHOSEN"
            : heading.confidence().name();
    return new ImportAttempt.MappedColumn(
        heading.letter(), heading.text(), heading.key(), confidence);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
