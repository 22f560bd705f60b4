package app.upline.workbook;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Why a file was not read. The message is a sentence for the person who uploaded it and holds
 * nothing of the file's content but cell addresses.
 */
public final class WorkbookRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Each reason is a problem of its own, with its own remedy. */
  public enum Reason {
    NOT_A_WORKBOOK,
    ENCRYPTED,
    MACRO_ENABLED,
    LINKS_ELSEWHERE,
    ZIP_BOMB,
    TOO_MANY_ROWS,
    TOO_LARGE,
    NOT_UTF8,
    NO_HEADER
  }

  private final Reason reason;

  WorkbookRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  private WorkbookRefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Which of the reasons it is. */
  public Reason reason() {
    return reason;
  }

  static WorkbookRefusedException notAWorkbook(String message) {
    return new WorkbookRefusedException(Reason.NOT_A_WORKBOOK, message);
  }

  static WorkbookRefusedException damaged(Throwable cause) {
    return new WorkbookRefusedException(
        Reason.NOT_A_WORKBOOK,
        "The file is damaged or is not a workbook. Open it in your spreadsheet program, save it as .xlsx and send that.",
        cause);
  }

  /**
   * @param what says what is found instead
   */
  static WorkbookRefusedException notUtf8(String what) {
    return new WorkbookRefusedException(
        Reason.NOT_UTF8, what + " Save it as \"CSV UTF-8\" or, better, as .xlsx and send that.");
  }

  static WorkbookRefusedException tooLarge(String message) {
    return new WorkbookRefusedException(Reason.TOO_LARGE, message);
  }

  /** Not to read a cell that holds something would be to lose it. */
  static WorkbookRefusedException tooWide(String address, int columns) {
    return tooLarge(
        "Cell %s is further to the right than column %s, the last that is read. Clear it or move it."
            .formatted(address, CellAddress.letters(columns - 1)));
  }

  static WorkbookRefusedException bomb() {
    return new WorkbookRefusedException(
        Reason.ZIP_BOMB, "The file unpacks to far more than a workbook should and was not read.");
  }

  static WorkbookRefusedException tooManyRows(int limit) {
    return new WorkbookRefusedException(
        Reason.TOO_MANY_ROWS,
        "The sheet has more than %s rows. Split it into several files."
            .formatted(NumberFormat.getIntegerInstance(Locale.US).format(limit)));
  }
}
