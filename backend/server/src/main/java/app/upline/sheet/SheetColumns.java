package app.upline.sheet;

import app.upline.workbook.Columns;

/**
 * The columns of one kind of sheet, offered by the room of its records.
 *
 * @param subject as of {@link RecordSheet#subject}
 */
public record SheetColumns(String subject, Columns columns) {}
