package app.upline.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Drop-downs and prompts. The lists stand on a hidden sheet, one column each, because a list within
 * the cell may hold 255 characters at most and no label with a comma in it.
 */
final class TemplateChoices {

  static final String SHEET = "Lists";

  private static final int LAST_ROW = 5000;
  private static final int MAX_PROMPT = 255;
  private static final int MAX_PROMPT_TITLE = 32;

  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final DataValidationHelper helper;

  TemplateChoices(SXSSFWorkbook workbook, SXSSFSheet sheet) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.helper = sheet.getDataValidationHelper();
  }

  void offer(Columns columns) {
    writeLists(columns.all());
    for (int i = 0; i < columns.size(); i++) {
      SheetColumn column = columns.all().get(i);
      DataValidationConstraint constraint = constraint(i, column);
      DataValidation validation =
          helper.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, i, i));
      validation.setEmptyCellAllowed(true);
      validation.createPromptBox(
          shortened(column.header(), MAX_PROMPT_TITLE), shortened(prompt(column), MAX_PROMPT));
      validation.setShowPromptBox(true);
      // A spreadsheet cannot offer several choices for one cell, so there the list is help and not
      // a rule.
      boolean rule =
          !column.multiple()
              && (column.kind() == SheetColumn.Kind.DATE || !column.choices().isEmpty());
      validation.setShowErrorBox(rule);
      if (rule) {
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
            shortened(column.header(), MAX_PROMPT_TITLE),
            column.choices().isEmpty()
                ? "Enter a date, such as 2026-01-31."
                : "Choose one of the values in the list.");
      }
      sheet.addValidationData(validation);
    }
  }

  private DataValidationConstraint constraint(int index, SheetColumn column) {
    if (!column.choices().isEmpty()) {
      return helper.createFormulaListConstraint(listName(index));
    }
    return switch (column.kind()) {
      case DATE ->
          helper.createDateConstraint(
              OperatorType.BETWEEN, "DATE(1900,1,1)", "DATE(9999,12,31)", null);
      // Always true: it carries the prompt.
      case TEXT, NUMBER -> helper.createCustomConstraint("TRUE");
    };
  }

  private void writeLists(List<SheetColumn> columns) {
    int longest = columns.stream().mapToInt(column -> column.choices().size()).max().orElse(0);
    if (longest == 0) {
      return;
    }
    SXSSFSheet lists = workbook.createSheet(SHEET);
    SXSSFRow headings = lists.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).choices().isEmpty()) {
        headings.createCell(i).setCellValue(columns.get(i).header());
        nameList(i, columns.get(i).choices().size());
      }
    }
    for (int choice = 0; choice < longest; choice++) {
      SXSSFRow row = lists.createRow(choice + 1);
      for (int i = 0; i < columns.size(); i++) {
        @Nullable String label =
            choice < columns.get(i).choices().size() ? columns.get(i).choices().get(choice) : null;
        if (label != null) {
          row.createCell(i).setCellValue(label);
        }
      }
    }
    // Very hidden: it is not unhidden by accident, and reading the workbook back raises no notice
    // about it.
    workbook.setSheetVisibility(workbook.getSheetIndex(lists), SheetVisibility.VERY_HIDDEN);
  }

  private void nameList(int index, int size) {
    Name name = workbook.createName();
    name.setNameName(listName(index));
    String column = CellAddress.letters(index);
    name.setRefersToFormula("%s!$%s$2:$%s$%d".formatted(SHEET, column, column, size + 1));
  }

  private static String listName(int index) {
    return "choices_" + CellAddress.letters(index);
  }

  private static String prompt(SheetColumn column) {
    return column.multiple()
        ? column.help() + " Several: separate them by semicolons."
        : column.help();
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
