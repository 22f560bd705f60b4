/**
 * Reads, writes and marks spreadsheets (XLSX and CSV) as a stream, and knows nothing of what they
 * are about.
 */
@NullMarked
package app.upline.workbook;

import org.jspecify.annotations.NullMarked;
