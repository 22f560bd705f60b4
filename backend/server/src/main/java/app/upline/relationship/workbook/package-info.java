/** What a sheet of relationships looks like: its columns, reading its rows, writing them. */
@NullMarked
package app.upline.relationship.workbook;

import org.jspecify.annotations.NullMarked;
