package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.workbook.WorkbookRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent in the belief that it is a workbook is told by what it is, with what to do. */
class OtherFilesTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '~',
      value = {
        "%PDF-1.7 ~ PDF document ~ Send the workbook",
        "{\\rtf1 ~ RTF ~ save it as .xlsx",
        "<html><table><tr><td>Legal name</td> ~ web page ~ save it as .xlsx",
        "<!DOCTYPE html><meta><table> ~ web page ~ save it as .xlsx",
        "<meta http-equiv='Content-Type'><table> ~ web page ~ save it as .xlsx",
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'> ~ Excel 2003 ~ save it as .xlsx",
        "<?xml version='1.0'?><vendors/> ~ XML document ~ save it as .xlsx",
        "MIME-Version: 1.0 ~ .mht ~ save it as .xlsx",
        "ID;PWXL;N;E ~ SYLK ~ save it as .xlsx",
        "Rar! ~ RAR ~ Unpack",
        "[{\"legalName\": \"x\"}] ~ JSON ~ workbook",
        "SQLite format 3 ~ database ~ Export"
      })
  void aFileIsNamedByItsFirstBytes(String start, String what, String mend) {
    for (String mark : List.of("", "\uFEFF")) {
      if (mark.isEmpty() || start.startsWith("<")) {
        byte[] file = (mark + start + "\n,,,\n").getBytes(StandardCharsets.UTF_8);
        assertRefused(file, Reason.NOT_A_WORKBOOK, what, mend);
      }
    }
  }

  @Test
  void bytesThatAreNotTextAreNamedAsThat() {
    assertRefused(latin("\u0089PNG\r\n\u001A\n"), Reason.NOT_A_WORKBOOK, "picture", "Send");
    assertRefused(latin("\u00FF\u00D8\u00FF\u00E0"), Reason.NOT_A_WORKBOOK, "picture", "Send");
    assertRefused(latin("\u001F\u008B\b"), Reason.NOT_A_WORKBOOK, "gzip", "Unpack");
    assertRefused(latin("\t\b\u0010\0"), Reason.NOT_A_WORKBOOK, "very old", "save it as .xlsx");
  }

  @Test
  void aZipFileIsNamedByWhatIsInIt() {
    assertZip(Map.of("vendors/March.xlsx", "x"), "zip archive with a workbook in it", "Unpack");
    assertZip(Map.of("export.csv", "a,b", "readme.txt", "x"), "with a workbook in it", "Unpack");
    assertZip(Map.of("photo.jpg", "x"), "zip archive", "unpack");
    assertZip(
        Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"),
        "OpenDocument",
        "Save As");
    assertZip(Map.of("Index/Document.iwa", "x"), "Numbers", "Export To");
  }

  @Test
  void aFileOfRightsManagementIsNotSaidToHaveAPassword() throws Exception {
    byte[] file = container("EncryptedPackage", "DRMEncryptedDataSpace");
    assertRefused(file, Reason.ENCRYPTED, "sensitivity label", "Unrestricted Access");
    assertThatThrownBy(() -> Fixtures.rows(Fixtures.file(folder, file)))
        .hasMessageContaining("no password");
    assertRefused(
        container("EncryptedPackage", "StrongEncryptionDataSpace"),
        Reason.ENCRYPTED,
        "by a password",
        "clear it");
  }

  @Test
  void anOldOfficeFileIsNamedByWhatItHolds() throws Exception {
    assertRefused(container("Workbook", "x"), Reason.NOT_A_WORKBOOK, ".xls", "save it as .xlsx");
    assertRefused(container("WordDocument", "x"), Reason.NOT_A_WORKBOOK, "Word", "spreadsheet");
  }

  @Test
  void aLongCellIsRefusedOnlyInAColumnThatIsRead() throws Exception {
    String lines = "line_x000D_\n".repeat(2_730);
    String row =
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Keystone</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
    Map<String, String> parts =
        Fixtures.parts(Fixtures.sheet(Fixtures.headingRow() + row.formatted("x".repeat(40_000))));
    assertThat(Fixtures.rows(Fixtures.file(folder, Fixtures.zip(parts)))).hasSize(1);

    Map<String, String> read =
        Fixtures.parts(Fixtures.sheet(Fixtures.headingRow() + row.replace("Keystone", lines)));
    assertThat(Fixtures.rows(Fixtures.file(folder, Fixtures.zip(read))).getFirst().cell("name"))
        .isInstanceOfSatisfying(
            Cell.Text.class, text -> assertThat(text.value()).hasSize(6 * 2_730));
    assertRefused(
        ("Legal name,Seats,Notes\n" + "x".repeat(40_000) + ",1,\n")
            .getBytes(StandardCharsets.UTF_8),
        Reason.TOO_LARGE,
        "A2",
        "shorten");
    assertThat(
            Fixtures.rows(
                Fixtures.file(folder, "Legal name,Seats,Notes\nA,1," + "x".repeat(40_000) + "\n")))
        .hasSize(1);
  }

  private byte[] container(String entry, String dataSpace) throws Exception {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      container.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
      DirectoryEntry info =
          container.getRoot().createDirectory("\u0006DataSpaces").createDirectory("DataSpaceInfo");
      info.createDocument(dataSpace, new ByteArrayInputStream(new byte[64]));
      container.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private void assertZip(Map<String, String> parts, String what, String mend) {
    assertRefused(Fixtures.zip(parts), Reason.NOT_A_WORKBOOK, what, mend);
  }

  private void assertRefused(byte[] file, Reason reason, String what, String mend) {
    assertThatThrownBy(() -> Fixtures.rows(Fixtures.file(folder, file)))
        .isInstanceOfSatisfying(
            WorkbookRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason))
        .hasMessageContaining(what)
        .hasMessageContaining(mend);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
