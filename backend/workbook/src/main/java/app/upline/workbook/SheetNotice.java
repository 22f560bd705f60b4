package app.upline.workbook;

/**
 * Something to know about a workbook that is no fault; it is listed below the faults.
 *
 * @param place the cell it is about, else empty
 * @param message a sentence for a person
 */
public record SheetNotice(String place, String message) {

  /** As the list shows it among what is wrong. */
  String text() {
    return "Notice: " + message;
  }
}
