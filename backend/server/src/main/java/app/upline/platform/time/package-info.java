/** The one clock that everybody reads. */
@NullMarked
package app.upline.platform.time;

import org.jspecify.annotations.NullMarked;
