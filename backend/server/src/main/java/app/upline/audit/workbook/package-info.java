/** The audit trail as a table, for auditors who work in spreadsheets. */
@NullMarked
package app.upline.audit.workbook;

import org.jspecify.annotations.NullMarked;
