package app.upline.sheet;

import app.upline.workbook.Confidence;
import io.micronaut.serde.annotation.Serdeable;

/** How sure it is that a column of an upload holds a field. */
@Serdeable
public enum MappingConfidence {
  EXACT,
  ALIAS,
  GUESS,
  /** The caller said so. */
  CHOSEN,
  /** A person said so of an earlier sheet with the same headings. */
  REMEMBERED,
  NONE;

  static MappingConfidence of(Confidence confidence, boolean byCaller) {
    return switch (confidence) {
      case EXACT -> byCaller ? CHOSEN : EXACT;
      case ALIAS -> ALIAS;
      case GUESS -> GUESS;
      case NONE -> NONE;
    };
  }
}
