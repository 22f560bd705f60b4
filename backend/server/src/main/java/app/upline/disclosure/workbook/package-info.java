/** What carriers hold as workbooks. */
@NullMarked
package app.upline.disclosure.workbook;

import org.jspecify.annotations.NullMarked;
