package app.upline.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a CSV file without what no spreadsheet shows: the byte order mark, and a first
 * line such as {@code sep=;} that only says what separates.
 *
 * @param declared the separator that the file itself names
 * @param hidden characters of the line that names it
 */
record CsvText(Path file, Charset charset, @Nullable Character declared, int hidden) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int VERTICAL_TAB = 0x0B;
  private static final int FORM_FEED = 0x0C;

  /** With which some old programs end a text. */
  static final char END_OF_TEXT = 0x1A;

  /** Excel writes a tab as such, people write it as they would in a program. */
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=(\\\\t|[^\\p{L}\\p{Nd}\"\\r\\n])\"?[,;|\\t]*(?:\\r\\n|\\r|\\n)");

  private static final int DECLARATION_LENGTH = 80;

  static CsvText open(Path file) throws IOException, WorkbookRefusedException {
    CsvText text = new CsvText(file, charset(file), null, 0);
    text.check();
    char[] start = new char[DECLARATION_LENGTH];
    int length;
    try (Reader reader = text.reader()) {
      length = Math.max(0, reader.read(start));
    }
    Matcher line = DECLARATION.matcher(CharBuffer.wrap(start, 0, length));
    if (!line.lookingAt()) {
      return text;
    }
    char declared = line.group(1).equals("\\t") ? '\t' : line.group(1).charAt(0);
    return new CsvText(file, text.charset, declared, line.end());
  }

  Reader reader() throws IOException {
    InputStream in = Files.newInputStream(file);
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    for (int left = hidden; left > 0; left--) {
      reader.read();
    }
    return reader;
  }

  /** Spreadsheets say by a mark that they have written two bytes for each character. */
  private static Charset charset(Path file) throws IOException {
    byte[] start = new byte[2];
    try (InputStream in = Files.newInputStream(file)) {
      if (in.readNBytes(start, 0, 2) == 2) {
        int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        return switch (mark) {
          case 0xFEFF -> StandardCharsets.UTF_16BE;
          case 0xFFFE -> StandardCharsets.UTF_16LE;
          default -> StandardCharsets.UTF_8;
        };
      }
    }
    return StandardCharsets.UTF_8;
  }

  private CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private void check() throws IOException, WorkbookRefusedException {
    int line = 1;
    int before = 0;
    try (Reader reader = reader()) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\r' || c == '\n' && before != '\r') {
          line++;
        } else if (c < ' '
            && c != '\n'
            && c != '\t'
            && c != VERTICAL_TAB
            && c != FORM_FEED
            && c != END_OF_TEXT) {
          throw notText(line, c);
        }
        before = c;
      }
    } catch (CharacterCodingException e) {
      throw otherEncoding();
    }
  }

  private WorkbookRefusedException notText(int line, int character) throws IOException {
    if (character == 0
        && line == 1
        && charset.equals(StandardCharsets.UTF_8)
        && everySecondIsNul()) {
      return WorkbookRefusedException.notUtf8(
          "The CSV file is encoded as UTF-16 without saying so.");
    }
    return WorkbookRefusedException.notAWorkbook(
        "The file is neither an Excel workbook nor a CSV file: line %d holds the control character %s. Open it in your spreadsheet program, save it as .xlsx and send that."
            .formatted(line, character == 0 ? "NUL" : "U+%04X".formatted(character)));
  }

  private boolean everySecondIsNul() throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(DECLARATION_LENGTH);
    }
    int zeros = 0;
    for (byte b : start) {
      zeros += b == 0 ? 1 : 0;
    }
    return zeros * 3 >= start.length;
  }

  /** Says in which line it is: a name with an accent is soon found and fixed. */
  private WorkbookRefusedException otherEncoding() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer decoded = CharBuffer.allocate(8192);
    CharsetDecoder decoder = decoder();
    int line = 1;
    CoderResult result;
    do {
      decoded.clear();
      result = decoder.decode(bytes, decoded, true);
      decoded.flip();
      line += (int) decoded.chars().filter(c -> c == '\n').count();
    } while (result.isOverflow());
    return WorkbookRefusedException.notUtf8(
        charset.equals(StandardCharsets.UTF_8)
            ? "The CSV file is not encoded as UTF-8: line %d holds a character as Windows-1252 or another encoding writes it."
                .formatted(line)
            : "The CSV file is not sound UTF-16: line %d holds half a character.".formatted(line));
  }
}
