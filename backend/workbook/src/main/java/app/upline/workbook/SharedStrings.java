package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * The texts that cells refer to by number. A sheet may have a million of them, so they are kept as
 * bytes in a few large blocks and not as a million objects.
 */
final class SharedStrings {

  private static final int BLOCK = 1 << 20;
  private static final long MAX_BYTES = 64L << 20;

  /** Empty ones take no bytes but a place in the list. */
  private static final int MAX_COUNT = 4_000_000;

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int count;
  private long end;

  private SharedStrings() {}

  static SharedStrings none() {
    return new SharedStrings();
  }

  static SharedStrings read(InputStream in, int maxLength)
      throws XMLStreamException, IOException, WorkbookRefusedException {
    SharedStrings strings = new SharedStrings();
    try (Xml xml = Xml.read(in)) {
      while (xml.nextStart()) {
        if (xml.name().equals("si")) {
          strings.add(xml.text(maxLength));
        }
      }
    }
    return strings;
  }

  String get(int index) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("There is no such text.");
    }
    long start = starts[index];
    int length = (int) ((index + 1 < count ? starts[index + 1] : end) - start);
    byte[] bytes = new byte[length];
    for (int done = 0; done < length; ) {
      int offset = (int) ((start + done) % BLOCK);
      int part = Math.min(BLOCK - offset, length - done);
      System.arraycopy(blocks.get((int) ((start + done) / BLOCK)), offset, bytes, done, part);
      done += part;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void add(String text) throws WorkbookRefusedException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (end + bytes.length > MAX_BYTES || count == MAX_COUNT) {
      throw WorkbookRefusedException.tooLarge(
          "The workbook holds too much text. Split it into several files.");
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = end;
    for (int done = 0; done < bytes.length; ) {
      int offset = (int) (end % BLOCK);
      if (offset == 0) {
        blocks.add(new byte[BLOCK]);
      }
      int part = Math.min(BLOCK - offset, bytes.length - done);
      System.arraycopy(bytes, done, blocks.getLast(), offset, part);
      done += part;
      end += part;
    }
  }
}
