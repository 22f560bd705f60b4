package app.upline.platform.personal;

/**
 * A place in a text that looks like personal data. It never holds the text itself, so that it can
 * be shown, kept and logged.
 *
 * @param start where it begins, in UTF-16 code units as {@code String} and JavaScript count
 * @param end where it has ended
 */
public record PersonalDataFinding(PersonalDataKind kind, int start, int end) {

  boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
