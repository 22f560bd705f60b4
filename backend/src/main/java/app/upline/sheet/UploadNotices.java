package app.upline.sheet;

import app.upline.platform.workbook.Heading;
import app.upline.platform.workbook.Headings;
import app.upline.platform.workbook.Workbook;
import app.upline.sheet.ImportAttempt.Notice;
import java.util.ArrayList;
import java.util.List;

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
      if (heading.key() == null) {
        notices.add(
            new Notice(
                heading.letter() + headings.row(),
                "COLUMN_IGNORED",
                "The column “" + heading.text() + "” holds no known field and was not read."));
      }
    }
    notices.addAll(sheet.defaults(headings));
    return notices;
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
