/** Files that are kept: known by their content, sealed in pieces, written out as they are read. */
@NullMarked
package app.upline.platform.files;

import org.jspecify.annotations.NullMarked;
