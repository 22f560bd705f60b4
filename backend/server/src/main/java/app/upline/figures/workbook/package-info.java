/** What the sheets of the figures look like. */
@NullMarked
package app.upline.figures.workbook;

import org.jspecify.annotations.NullMarked;
