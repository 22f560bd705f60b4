package app.upline.workbook;

import java.util.List;

/**
 * What an empty workbook to be filled in looks like.
 *
 * @param sheetName the sheet people fill in
 * @param title the heading of the instructions
 * @param instructions numbered steps, one sentence or two each
 * @param columns the columns of the sheet
 */
public record TemplateSpec(
    String sheetName, String title, List<String> instructions, Columns columns) {

  public TemplateSpec {
    instructions = List.copyOf(instructions);
  }
}
