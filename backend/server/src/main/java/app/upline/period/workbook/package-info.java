/** Months in files for people. */
@NullMarked
package app.upline.period.workbook;

import org.jspecify.annotations.NullMarked;
