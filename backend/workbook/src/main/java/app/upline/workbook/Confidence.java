package app.upline.workbook;

/** How sure we are that a heading names a column. */
public enum Confidence {
  /** It is the column's own header, or the caller said so. */
  EXACT,
  /** It is one of the column's other names. */
  ALIAS,
  /** It resembles a name of the column: a proposal a person should look at. */
  GUESS,
  /** It resembles none. */
  NONE
}
