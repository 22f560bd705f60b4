/** CMS's directory of contracts, as CMS ships it. */
@NullMarked
package app.upline.agency.workbook;

import org.jspecify.annotations.NullMarked;
