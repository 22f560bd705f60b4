package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook for people to fill in: instructions, a sheet with drop-downs and prompts, and a
 * hidden sheet with the lists behind the drop-downs. It opens on the sheet to be filled in.
 */
public final class TemplateWriter {

  private TemplateWriter() {}

  /**
   * Writes the template.
   *
   * @param out stays open and is flushed
   * @param rows what is already filled in, values as in {@link TableWriter#row}; may be none
   */
  public static void write(
      OutputStream out,
      TemplateSpec spec,
      Iterable<? extends List<? extends @Nullable Object>> rows)
      throws IOException {
    PoiLimits.apply();
    // Rows beyond a hundred go to a temporary file, encrypted, which closing the workbook deletes.
    try (SXSSFWorkbook workbook = new SXSSFWorkbookWithCustomZipEntrySource()) {
      TemplateStyles styles = new TemplateStyles(workbook);
      new TemplateInstructions(workbook, styles, spec).write();
      TemplateSheet sheet = new TemplateSheet(workbook, styles, spec);
      sheet.write(rows);
      workbook.setActiveSheet(workbook.getSheetIndex(spec.sheetName()));
      workbook.setSelectedTab(workbook.getSheetIndex(spec.sheetName()));
      nameNobody(workbook, spec);
      OutputStream target = new OpenStream(out);
      workbook.write(target);
      target.flush();
    }
  }

  private static void nameNobody(SXSSFWorkbook workbook, TemplateSpec spec) {
    POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
    properties.getCoreProperties().setCreator("");
    properties.getCoreProperties().setTitle(spec.title());
  }
}
