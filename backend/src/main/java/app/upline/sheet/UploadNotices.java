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
}
