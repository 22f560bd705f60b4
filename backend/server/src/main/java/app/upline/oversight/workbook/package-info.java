/** What the sheets of the carrier's lists look like. */
@NullMarked
package app.upline.oversight.workbook;

import org.jspecify.annotations.NullMarked;
