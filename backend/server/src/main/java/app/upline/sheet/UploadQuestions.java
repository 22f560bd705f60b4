package app.upline.sheet;

import app.upline.workbook.Confidence;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/**
 * What only the sender can know. Until it is answered nothing is written, whatever the rows say: a
 * wrong guess would be wrong in all of them.
 */
final class UploadQuestions {

  private final RecordSheet<?> sheet;
  private final Headings headings;
  private final List<ImportFault> questions = new ArrayList<>();

  private UploadQuestions(RecordSheet<?> sheet, Headings headings) {
    this.sheet = sheet;
    this.headings = headings;
  }

  static List<ImportFault> of(
      RecordSheet<?> sheet,
      Headings headings,
      NavigableSet<Integer> filtered,
      UploadRequest request) {
    UploadQuestions open = new UploadQuestions(sheet, headings);
    open.ties();
    if (!request.confirmGuesses()) {
      open.guesses();
    }
    if (request.onFilteredRows() == UploadRequest.FilteredRows.REPORT && !filtered.isEmpty()) {
      open.filter(filtered);
    }
    return open.questions;
  }

  private void ties() {
    headings
        .ties()
        .forEach(
            (key, rivals) -> {
              if (sheet.needsCertainty(key)) {
                rivals.forEach(
                    rival -> ask(rival, key, "COLUMN_AMBIGUOUS", tie(sheet, key, rivals)));
              }
            });
  }

  private void guesses() {
    for (Heading heading : headings.headings()) {
      String key = heading.key();
      if (key != null && heading.confidence() == Confidence.GUESS && sheet.needsCertainty(key)) {
        ask(
            heading,
            key,
            "COLUMN_UNCONFIRMED",
            "“%s” was taken for “%s” because it is called similarly. Nothing is written on a guess: confirm it (confirmGuesses), or say in the mapping what the column holds, such as {\"%s\": \"%s\"}, or null to leave it out."
                .formatted(heading.text(), label(sheet, key), heading.letter(), key));
      }
    }
  }

  private void filter(NavigableSet<Integer> filtered) {
    questions.add(
        new ImportFault(
            headings.sheet(),
            filtered.getFirst(),
            headings.headings().getFirst().letter() + filtered.getFirst(),
            "row",
            null,
            "FILTERED_ROWS",
            "%s hidden by a filter of the sheet, so it cannot be known whether %s meant. Take the filter off, or send onFilteredRows: READ to read them too, SKIP to leave them out."
                .formatted(
                    Workbook.inWords(filtered) + (filtered.size() == 1 ? " is" : " are"),
                    filtered.size() == 1 ? "it is" : "they are")));
  }

  private void ask(Heading heading, String key, String code, String message) {
    questions.add(
        new ImportFault(
            headings.sheet(),
            headings.row(),
            heading.letter() + headings.row(),
            heading.text(),
            key,
            code,
            message));
  }

  static String tie(RecordSheet<?> sheet, String key, List<Heading> rivals) {
    return "%s could each hold “%s”, so none was read. Say in the mapping which one does: %s."
        .formatted(
            rivals.stream()
                .map(rival -> "%s “%s”".formatted(rival.letter(), rival.text()))
                .collect(Collectors.joining(" and ", "Columns ", "")),
            label(sheet, key),
            rivals.stream()
                .map(rival -> "{\"%s\": \"%s\"}".formatted(rival.letter(), key))
                .collect(Collectors.joining(" or ")));
  }

  /** What people call a column. */
  static String label(RecordSheet<?> sheet, String key) {
    return sheet.columns().all().stream()
        .filter(column -> column.key().equals(key))
        .map(SheetColumn::header)
        .findFirst()
        .orElse(key);
  }
}
