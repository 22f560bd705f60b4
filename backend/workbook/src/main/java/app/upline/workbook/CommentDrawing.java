package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawing without which no spreadsheet shows a sheet's comments: a hidden box for each. */
final class CommentDrawing {

  private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,9})");
  private static final Pattern SHAPES =
      Pattern.compile("<v:shape [^>]*+>.*?</v:shape>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<x:Row>\\s*(\\d{1,6})\\s*</x:Row>");
  private static final Pattern COLUMN = Pattern.compile("<x:Column>\\s*(\\d{1,4})\\s*</x:Column>");

  private static final String DRAWING =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel">\
      <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>""";
  private static final String SHAPE_TYPE =
      """
      <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
      <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";
  private static final String SHAPE =
      """
      <v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" \
      o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
      <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
      </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>%d, 12, %d, 2, %d, 40, %d, 8</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>""";

  private CommentDrawing() {}

  /**
   * The drawing with a box for each new comment. It is spliced and not parsed: spreadsheets write
   * drawings that are not well-formed.
   *
   * @param existing the sheet's drawing; empty if it has none
   * @param comments those that need a box
   * @param outdated cells whose box is no longer needed
   */
  static void write(
      byte[] existing,
      Map<CellAddress, String> comments,
      Set<CellAddress> outdated,
      OutputStream out)
      throws IOException {
    String drawing =
        existing.length == 0 ? DRAWING : new String(existing, StandardCharsets.ISO_8859_1);
    drawing =
        SHAPES
            .matcher(drawing)
            .replaceAll(
                shape ->
                    belongsTo(shape.group(), outdated)
                        ? ""
                        : Matcher.quoteReplacement(shape.group()));
    int end = drawing.lastIndexOf("</xml>");
    if (end < 0) {
      out.write(existing);
      return;
    }
    long next = 1025;
    for (Matcher id = SHAPE_ID.matcher(drawing); id.find(); ) {
      next = Math.max(next, Long.parseLong(id.group(1)) + 1);
    }
    out.write(drawing.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    if (!drawing.contains("id=\"_x0000_t202\"")) {
      out.write(SHAPE_TYPE.getBytes(StandardCharsets.ISO_8859_1));
    }
    for (Map.Entry<CellAddress, String> comment : comments.entrySet()) {
      CellAddress address = comment.getKey();
      int row = address.row() - 1;
      int column = address.column();
      int lines = 3 + comment.getValue().length() / 40;
      String shape =
          SHAPE.formatted(
              next++, column + 1, Math.max(0, row - 1), column + 4, row + lines, row, column);
      out.write(shape.getBytes(StandardCharsets.ISO_8859_1));
    }
    out.write(drawing.substring(end).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static boolean belongsTo(String shape, Set<CellAddress> cells) {
    Matcher row = ROW.matcher(shape);
    Matcher column = COLUMN.matcher(shape);
    return row.find()
        && column.find()
        && cells.contains(
            new CellAddress(Integer.parseInt(column.group(1)), Integer.parseInt(row.group(1)) + 1));
  }
}
