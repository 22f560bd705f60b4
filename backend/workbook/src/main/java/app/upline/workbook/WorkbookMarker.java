package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Gives people back their own workbook with what is wrong in it marked: each faulty cell filled
 * light red and commented, and a sheet "Upload errors" that lists them all. Everything else stays
 * as it was.
 */
public final class WorkbookMarker {

  private WorkbookMarker() {}

  /** As {@link #mark(Path, List, WorkbookLimits, OutputStream)}, within the default limits. */
  public static void mark(Path source, List<CellMark> marks, OutputStream out)
      throws WorkbookRefusedException, IOException {
    mark(source, marks, WorkbookLimits.defaults(), out);
  }

  /**
   * Writes the marked workbook. A CSV file becomes an XLSX workbook with the same cells.
   *
   * @param source the file as it was uploaded
   * @param marks in any order; several on one cell are shown together
   * @param out stays open and is flushed
   * @throws IllegalArgumentException when a mark is on a sheet that is hidden or that there is none
   *     of
   * @throws WorkbookRefusedException when the source could not be read either
   */
  public static void mark(
      Path source, List<CellMark> marks, WorkbookLimits limits, OutputStream out)
      throws WorkbookRefusedException, IOException {
    mark(source, marks, List.of(), List.of(), List.of(), limits, out);
  }

  /**
   * The same, with what was corrected, and what there is to know beside the faults.
   *
   * @param values what cells say instead of what they do in the file; each cell once
   * @param headings of the file's columns, by which a CSV file is taken apart as it was before
   */
  public static void mark(
      Path source,
      List<CellMark> marks,
      List<CellValue> values,
      List<SheetNotice> remarks,
      List<String> headings,
      WorkbookLimits limits,
      OutputStream out)
      throws WorkbookRefusedException, IOException {
    try (SheetFile file = Workbook.openSheets(source, limits)) {
      file.expect(headings.stream().map(HeadingText::compact).collect(Collectors.toSet()));
      List<CellMark> sorted =
          marks.stream()
              .sorted(
                  Comparator.comparingInt((CellMark mark) -> file.sheets().indexOf(mark.sheet()))
                      .thenComparing(mark -> CellAddress.parse(mark.address())))
              .toList();
      switch (file) {
        case XlsxFile xlsx -> new XlsxMarker(xlsx, sorted, values, remarks).mark(out);
        case CsvFile csv -> new CsvMarker(csv, sorted, values, remarks).mark(out);
      }
    } catch (XMLStreamException e) {
      throw WorkbookRefusedException.damaged(e);
    }
  }
}
