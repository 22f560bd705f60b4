package app.upline.workbook;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The caller's stream, handed to a library that would close it. */
final class OpenStream extends FilterOutputStream {

  OpenStream(OutputStream out) {
    super(new BufferedOutputStream(out, 1 << 14));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
