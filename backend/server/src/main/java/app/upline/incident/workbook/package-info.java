/** What a sheet of incidents looks like. */
@NullMarked
package app.upline.incident.workbook;

import org.jspecify.annotations.NullMarked;
