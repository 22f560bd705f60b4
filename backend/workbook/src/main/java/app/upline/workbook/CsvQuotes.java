package app.upline.workbook;

import java.io.IOException;
import java.io.Reader;

/**
 * Leaves out the blanks between a separator and a quotation mark: they would make the mark, and the
 * separators after it, part of the value. And follows where quotation marks open and close.
 */
final class CsvQuotes extends Reader {

  private static final int NONE = -2;

  private final Reader in;
  private final char separator;
  private final StringBuilder blanks = new StringBuilder();
  private int emitted;
  private int ahead = NONE;
  private boolean atStart = true;
  private boolean quoted;
  private boolean closing;

  /** Whether the field has been closed, and whatever follows is part of it all the same. */
  private boolean closed;

  private int record = 1;
  private int reopened;
  private int before;

  CsvQuotes(Reader in, char separator) {
    this.in = in;
    this.separator = separator;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int c = next();
      if (c < 0) {
        break;
      }
      buffer[offset + count++] = (char) c;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private int next() throws IOException {
    if (emitted < blanks.length()) {
      return blanks.charAt(emitted++);
    }
    int c = ahead == NONE ? in.read() : ahead;
    ahead = NONE;
    if (atStart && isBlank(c)) {
      blanks.setLength(0);
      emitted = 0;
      while (isBlank(c)) {
        blanks.append((char) c);
        before = c;
        c = in.read();
      }
      if (c == '"') {
        blanks.setLength(0);
      } else {
        ahead = c;
        atStart = false;
        return blanks.charAt(emitted++);
      }
    }
    follow(c);
    return c;
  }

  /** Whether what has been read so far ends within quotation marks. */
  boolean isOpen() {
    return quoted;
  }

  /**
   * The first record in which a value goes on after its closing quotation mark, and then has
   * another one. A spreadsheet shows that one as it stands; to the parser it opens the value again,
   * over the rows below. 0 without one.
   */
  int reopened() {
    return reopened;
  }

  /** Where a character leaves us: within quotation marks, or where a field begins. */
  private void follow(int c) {
    if (quoted) {
      closing = c == '"';
      quoted = !closing;
      closed = closing;
    } else if (c == '"' && (atStart || closing)) {
      // Two in a row stand for one and close nothing.
      quoted = true;
      closing = false;
      closed = false;
      atStart = false;
    } else {
      if (c == '"' && closed && reopened == 0) {
        reopened = record;
      }
      closing = false;
      atStart = c == separator || c == '\n' || c == '\r';
      closed &= !atStart;
      if (c == '\r' || c == '\n' && before != '\r') {
        record++;
      }
    }
    before = c;
  }

  private boolean isBlank(int c) {
    return c != separator && (c == ' ' || c == '\t' || c == '\u00A0');
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
