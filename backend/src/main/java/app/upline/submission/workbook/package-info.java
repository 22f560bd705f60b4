/** What a sheet of the carrier's register looks like. */
@NullMarked
package app.upline.submission.workbook;

import org.jspecify.annotations.NullMarked;
