package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, by its content; a name proves nothing. */
enum FileKind {
  ZIP,
  TEXT;

  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final byte[] OLE2_MAGIC = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** How many bytes tell a container. */
  static final int MAGIC_BYTES = OLE2_MAGIC.length;

  /** Whether a file that begins like this holds others: a zip file, or an old Office document. */
  static boolean isContainer(byte[] start) {
    return startsWith(start, ZIP_MAGIC) || startsWith(start, OLE2_MAGIC);
  }

  static FileKind of(Path file, WorkbookLimits limits)
      throws IOException, WorkbookRefusedException {
    long size = Files.size(file);
    if (size == 0) {
      throw WorkbookRefusedException.notAWorkbook("The file is empty.");
    }
    if (size > limits.maxBytes()) {
      throw WorkbookRefusedException.tooLarge(
          "The file is larger than %.1f MiB.".formatted(limits.maxBytes() / (1024.0 * 1024)));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ForeignFile.BYTES);
    }
    if (startsWith(start, ZIP_MAGIC)) {
      return ZIP;
    }
    if (startsWith(start, OLE2_MAGIC)) {
      throw refusalOfOle2(file);
    }
    ForeignFile.refuse(start);
    return TEXT;
  }

  private static WorkbookRefusedException refusalOfOle2(Path file) {
    PoiLimits.apply();
    try (InputStream in = Files.newInputStream(file);
        POIFSFileSystem container = new POIFSFileSystem(in)) {
      return ForeignFile.container(container.getRoot());
    } catch (IOException | RuntimeException e) {
      return WorkbookRefusedException.damaged(e);
    }
  }

  private static boolean startsWith(byte[] start, byte[] magic) {
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }
}
