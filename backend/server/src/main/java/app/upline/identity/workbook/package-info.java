/** What the sheets of an organization's people look like. */
@NullMarked
package app.upline.identity.workbook;

import org.jspecify.annotations.NullMarked;
