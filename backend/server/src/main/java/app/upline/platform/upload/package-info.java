/** Uploaded files on their way to the code that reads them, and away again. */
@NullMarked
package app.upline.platform.upload;

import org.jspecify.annotations.NullMarked;
