package app.upline.sheet;

import app.upline.sheet.ImportAttempt.Notice;
import app.upline.workbook.Confidence;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What the sender of a sheet should know although it is no fault: what was ignored, taken for
 * granted, or not calculated.
 */
final class UploadNotices {

  private static final int MOST_WARNINGS = 200;

  private UploadNotices() {}

  static List<Notice> of(RecordSheet<?> sheet, Workbook workbook, Headings headings) {
    List<Notice> notices = new ArrayList<>();
    workbook
        .notices()
        .forEach(
            notice ->
                notices.add(new Notice(notice.address(), notice.code().name(), notice.message())));
    for (Heading heading : headings.headings()) {
      ofColumn(sheet, headings, heading)
          .forEach(
              (code, message) ->
                  notices.add(new Notice(heading.letter() + headings.row(), code, message)));
    }
    headings
        .ties()
        .forEach(
            (key, rivals) ->
                notices.add(
                    new Notice(
                        rivals.getFirst().letter() + headings.row(),
                        "COLUMN_AMBIGUOUS",
                        UploadQuestions.tie(sheet, key, rivals))));
    notices.addAll(sheet.defaults(headings));
    return notices;
  }

  private static Map<String, String> ofColumn(
      RecordSheet<?> sheet, Headings headings, Heading heading) {
    String key = heading.key();
    if (key != null) {
      return heading.confidence() == Confidence.GUESS
          ? Map.of(
              "COLUMN_GUESSED",
              "The column “%s” was read as “%s”, because it is called similarly; say in the mapping if it is not."
                  .formatted(heading.text(), UploadQuestions.label(sheet, key)))
          : Map.of();
    }
    String claim = heading.claim();
    if (claim == null) {
      return Map.of(
          "COLUMN_IGNORED",
          "The column “" + heading.text() + "” holds no known field and was not read.");
    }
    return headings
        .of(claim)
        .map(
            read ->
                Map.of(
                    "COLUMN_IGNORED",
                    "The column “%s” could be “%s” too, which was read from column %s (“%s”); it was not read."
                        .formatted(
                            heading.text(),
                            UploadQuestions.label(sheet, claim),
                            read.letter(),
                            read.text())))
        .orElse(Map.of());
  }

  /** What was done with rows that a filter hides. */
  static List<Notice> ofFilter(NavigableSet<Integer> filtered, UploadRequest.FilteredRows what) {
    if (filtered.isEmpty()) {
      return List.of();
    }
    boolean one = filtered.size() == 1;
    String hidden = Workbook.inWords(filtered) + (one ? " is" : " are") + " hidden by a filter";
    return List.of(
        switch (what) {
          case REPORT ->
              new Notice("A" + filtered.getFirst(), "FILTERED_ROWS", hidden + " of the sheet.");
          case READ ->
              new Notice(
                  "A" + filtered.getFirst(),
                  "FILTERED_ROWS_READ",
                  hidden + " and " + (one ? "was" : "were") + " read like all others.");
          case SKIP ->
              new Notice(
                  "A" + filtered.getFirst(),
                  "FILTERED_ROWS_SKIPPED",
                  hidden + " and " + (one ? "was" : "were") + " left out.");
        });
  }

  /** Warnings in their cells; a sheet that has one in every row is not told all of them. */
  static List<Notice> of(List<ImportFault> warnings) {
    List<Notice> notices = new ArrayList<>();
    warnings.stream()
        .limit(MOST_WARNINGS)
        .forEach(
            warning ->
                notices.add(
                    new Notice(
                        warning.cell() == null ? "row " + warning.row() : warning.cell(),
                        warning.code(),
                        warning.message())));
    if (warnings.size() > MOST_WARNINGS) {
      notices.add(
          new Notice(
              null,
              "MORE_WARNINGS",
              "There are %d more of these.".formatted(warnings.size() - MOST_WARNINGS)));
    }
    return notices;
  }
}
