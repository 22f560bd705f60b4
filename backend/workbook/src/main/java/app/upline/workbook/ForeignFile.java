package app.upline.workbook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * What a file is that we do not read, told by its content, and what to do about it: its sender
 * believes it to be a workbook.
 */
final class ForeignFile {

  /** How many bytes are looked at. */
  static final int BYTES = 1024;

  private static final String SAVE =
      " Open it in your spreadsheet program, save it as .xlsx and send that.";

  private record Beginning(String bytes, String message) {}

  /** By their first bytes, each written as a character. */
  private static final List<Beginning> BEGINNINGS =
      List.of(
          new Beginning(
              "%PDF",
              "The file is a PDF document, which has no cells. Send the workbook that it was made from."),
          new Beginning(
              "{\\rtf",
              "The file is a text document (RTF). Copy its table into a spreadsheet, save it as .xlsx and send that."),
          new Beginning("\u0089PNG", "The file is a picture. Send the workbook itself."),
          new Beginning("\u00FF\u00D8\u00FF", "The file is a picture. Send the workbook itself."),
          new Beginning("GIF8", "The file is a picture. Send the workbook itself."),
          new Beginning(
              "\u001F\u008B",
              "The file is a compressed archive (gzip). Unpack it and send the workbook that is in it."),
          new Beginning(
              "7z\u00BC\u00AF",
              "The file is a compressed archive (7z). Unpack it and send the workbook that is in it."),
          new Beginning(
              "Rar!",
              "The file is a compressed archive (RAR). Unpack it and send the workbook that is in it."),
          new Beginning("ID;P", "The file is of the old exchange format SYLK (.slk)." + SAVE),
          new Beginning(
              "PAR1",
              "The file is of a database's format (Parquet). Export it as CSV or .xlsx and send that."),
          new Beginning(
              "SQLite format 3",
              "The file is a database. Export its table as CSV or .xlsx and send that."),
          new Beginning(
              "\u0000\u0001\u0000\u0000Standard",
              "The file is an Access database. Export its table as .xlsx and send that."),
          new Beginning(
              "\u0009\u0008", "The file is a workbook of a very old version of Excel." + SAVE),
          new Beginning(
              "\u0009\u0004", "The file is a workbook of a very old version of Excel." + SAVE),
          new Beginning(
              "\u0009\u0002", "The file is a workbook of a very old version of Excel." + SAVE));

  private ForeignFile() {}

  /** Refuses a file that begins like one of another kind. */
  static void refuse(byte[] bytes) throws WorkbookRefusedException {
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    for (Beginning beginning : BEGINNINGS) {
      if (start.startsWith(beginning.bytes())) {
        throw WorkbookRefusedException.notAWorkbook(beginning.message());
      }
    }
    String text = start.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<")) {
      throw WorkbookRefusedException.notAWorkbook(markup(text) + SAVE);
    }
    if (text.startsWith("mime-version:")) {
      throw WorkbookRefusedException.notAWorkbook(
          "The file is a web page in one file (.mht), whatever it is called." + SAVE);
    }
    if (text.startsWith("[{") || text.startsWith("{\"")) {
      throw WorkbookRefusedException.notAWorkbook(
          "The file is JSON. Send a workbook or a CSV file here; programs send JSON to the operations for single records and batches.");
    }
  }

  private static String markup(String text) {
    if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || text.contains("excel.sheet")) {
      return "The file is an XML spreadsheet (of Excel 2003), whatever it is called.";
    }
    return text.startsWith("<?xml") && !text.contains("<html")
        ? "The file is an XML document, whatever it is called."
        : "The file is a web page (HTML), whatever it is called: some programs export tables so.";
  }

  /** What a zip file without the parts of a workbook is. */
  static WorkbookRefusedException zip(ZipParts zip) {
    Set<String> sheets =
        Set.of("xlsx", "xlsm", "xlsb", "xls", "csv", "ods", "numbers", "tsv", "txt");
    List<String> names =
        zip.stream().map(entry -> entry.getName().toLowerCase(Locale.ROOT)).toList();
    if (names.stream().anyMatch(name -> name.endsWith(".iwa") || name.equals("index.zip"))) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is a Numbers (or other iWork) document. In Numbers choose File, Export To, Excel, and send that.");
    }
    if (names.contains("mimetype") && names.contains("content.xml")) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is an OpenDocument file, such as .ods. In LibreOffice choose File, Save As, Excel (.xlsx), and send that.");
    }
    if (names.stream()
        .anyMatch(name -> sheets.contains(name.substring(name.lastIndexOf('.') + 1)))) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is a zip archive with a workbook in it. Unpack it (Windows: right-click, Extract All; Mac: double-click) and send the workbook itself.");
    }
    return WorkbookRefusedException.notAWorkbook(
        "The file is a zip archive, not an Excel workbook. If a workbook is in it, unpack it and send the workbook itself.");
  }

  /**
   * What a file of the container that Office used before 2007, and uses for encrypted files, is.
   */
  static WorkbookRefusedException container(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      return new WorkbookRefusedException(
          WorkbookRefusedException.Reason.ENCRYPTED,
          isRightsProtected(root)
              ? "The workbook is protected by a sensitivity label or by rights management, which encrypts it; there is no password to remove. In Excel set a label without protection (Home, Sensitivity; or File, Info, Protect Workbook, Restrict Access, Unrestricted Access), save it and send that. If you may not, ask whoever protected it."
              : "The workbook is protected by a password. In Excel choose File, Info, Protect Workbook, Encrypt with Password, clear it, save it and send that.");
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is an old-style workbook (.xls)." + SAVE);
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is a Word document. Copy its table into a spreadsheet, save it as .xlsx and send that.");
    }
    if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
      return WorkbookRefusedException.notAWorkbook(
          "The file is an Outlook message. Save its attachment and send that.");
    }
    return WorkbookRefusedException.notAWorkbook(
        "The file is an old Office document, not a workbook." + SAVE);
  }

  /** The names of what an encrypted file is protected by, as [MS-OFFCRYPTO] has them. */
  private static boolean isRightsProtected(DirectoryNode directory) {
    for (Entry entry : directory) {
      if (entry.getName().contains("DRMEncrypted")
          || entry instanceof DirectoryNode within && isRightsProtected(within)) {
        return true;
      }
    }
    return false;
  }
}
