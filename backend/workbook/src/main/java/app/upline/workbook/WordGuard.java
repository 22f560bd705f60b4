package app.upline.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses XML with a word, such as the name of an element, longer than the text of any cell may be.
 * The parser limits values, attributes and depth itself, but it holds a name whole however long it
 * is.
 */
final class WordGuard extends FilterInputStream {

  /** Four bytes for each of the 32,767 characters of the longest cell, and as much again. */
  private static final int LONGEST = 256 * 1024;

  private int length;

  WordGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    int count = super.read(buffer, offset, most);
    for (int i = offset; i < offset + count; i++) {
      byte b = buffer[i];
      length = b == '<' || b == '>' || b == ' ' || b == '\n' || b == '\t' ? 0 : length + 1;
      if (length > LONGEST) {
        throw new IOException("A part holds a word that is too long.");
      }
    }
    return count;
  }
}
