package app.upline.workbook;

/** The few colors of everything we write, as RRGGBB. */
final class Palette {

  static final String HEADING = "1F3A5F";
  static final String HEADING_OPTIONAL = "5B7693";
  static final String HEADING_TEXT = "FFFFFF";
  static final String LINE = "C5D0DC";
  static final String QUIET_TEXT = "5A6675";

  /**
   * Nearly, but not quite, the red of a spreadsheet's own "Bad" style: cells of exactly this red
   * are ours to clear.
   */
  static final String FAULT = "FFC9CD";

  static final String FAULT_TEXT = "9C0006";

  private Palette() {}
}
